import { counted } from '../../lib/domain/counted.ts'
import { DomainError } from '../../lib/domain/error.ts'
import type { RowNote } from '../../lib/domain/table/gather.ts'
import { networkFromTable } from '../../lib/domain/table/table.ts'

/** What somebody hands over to make a network of: the text of a file, or rows copied from a spreadsheet. */
export type Handed = {
  readonly text: string
  /** name of the file; null where the text was pasted */
  readonly file: string | null
  /** name for a network that has none of its own */
  readonly name: string
  /** day in the time zone of the browser, for the first cycle of a table */
  readonly today: string
}

export type ReadImport = { readonly document: unknown; readonly isTable: boolean; readonly notes: readonly RowNote[] }

function isDocument({ text, file }: Handed): boolean {
  return /\.json$/i.test(file ?? '') || /^\s*[{[]/.test(text)
}

function nameOf({ name, file }: Handed): string {
  return (name.trim() || file?.replace(/\.\w{1,5}$/, '').trim() || 'New network').slice(0, 500)
}

/**
 * The document in a text: a file that Weft exported, else a table of nodes.
 *
 * @throws DomainError IMPORT_FAULTS where it is neither
 */
export function readImport(handed: Handed): ReadImport {
  const where = handed.file ?? 'pasted rows'
  if (isDocument(handed)) return { document: readJson(handed.text, where), isTable: false, notes: [] }
  const table = networkFromTable(handed.text, { today: handed.today, name: nameOf(handed) })
  if (table) return { ...table, isTable: true }
  throw new DomainError('IMPORT_FAULTS', `No node was found in ${where}.`, {
    faults: [{ path: where, message: 'No row names a node.', remedy: 'Give a column with the name Node, or the columns Area and Node.' }],
  })
}

function readJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DomainError('IMPORT_FAULTS', `“${where}” is not JSON.`, {
      faults: [
        {
          path: where,
          message: error instanceof Error ? error.message : 'This cannot be read.',
          remedy: 'Choose a file that Weft exported, with the ending .weft.json or .json, or a table with the ending .csv.',
        },
      ],
    })
  }
}

/** What to say about a table that was read, in one or two sentences; null where there is nothing to say. */
export function noteText(notes: readonly RowNote[]): string | null {
  const [first, ...others] = notes
  if (!first) return null
  const more = others.length === 0 ? '' : ` ${counted(others.length, 'more note')} like this.`
  return `Row ${first.row}: ${first.message}${more}`
}
