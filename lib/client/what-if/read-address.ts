import { mostEdits, type WhatIfEdit, whatIfEditSchema } from '../../domain/measure/what-if/edit.ts'
import { betweenEdits, betweenFields, partyLetters } from './write-address.ts'

/** How long what is supposed may be in an address, so that every browser, mail and chat carries it whole. */
export const mostCharacters = 6_000

/** Null where it was not written by `escaped`. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('%', '%25').replaceAll('~', '%'))
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** A number as it was written; anything else stays what it is and is refused by the schema. */
function numberIn(text: string | undefined): number | string | undefined {
  return text !== undefined && /^[0-9.e-]+$/.test(text) ? Number(text) : text
}

function editOf([letter, id, third, fourth, fifth, sixth]: readonly string[]): unknown {
  switch (letter) {
    case 'c':
      return { kind: 'confidence', keyResultId: id, confidence: numberIn(third) }
    case 'd':
      return { kind: 'due', keyResultId: id, dueOn: third }
    case 'p':
      return { kind: 'promise', dependencyId: id, promisedOn: third || null, neededOn: fourth || null }
    case 'x':
      return { kind: 'drop', dependencyId: id }
    case 'a': {
      const supplier = third === 'k' ? { supplierKeyResultId: fourth } : { supplierNodeId: fourth }
      return { kind: 'add', consumerKeyResultId: id, ...supplier, strength: numberIn(fifth), what: sixth }
    }
    case 's':
      return { kind: 'second', dependencyId: id, supplierKeyResultId: third }
    case 'w':
      return { kind: 'without', entity: (['node', 'team', 'person'] as const).find((entity) => partyLetters[entity] === id), id: third }
    default:
      return null
  }
}

/** How many fields an edit has; one with more was not written here, and would be read as something else than it says. */
const mostFields: Readonly<Record<string, number>> = { c: 3, d: 3, p: 4, x: 2, a: 6, s: 3, w: 3 }

function readEdit(text: string): WhatIfEdit | null {
  const fields = text.split(betweenFields).map(unescaped)
  if (!fields.every((field) => field !== null) || fields.length > (mostFields[fields[0] ?? ''] ?? 0)) return null
  return whatIfEditSchema.safeParse(editOf(fields)).data ?? null
}

/** What an address supposes. `fault` says in a sentence what of it could not be read; the rest holds. */
export type WhatIfRead = { readonly edits: readonly WhatIfEdit[]; readonly fault: string | null }

/**
 * What an address supposes. It may come from anywhere: what is too long is not read at all, a part that means nothing is left out and told of.
 *
 * Cost O(length). Spec: WI1-WI4.
 */
export function readWhatIf(text: string): WhatIfRead {
  if (text === '') return { edits: [], fault: null }
  if (text.length > mostCharacters)
    return { edits: [], fault: 'What this link supposes is too long to be read. Ask who sent it to keep it under a name, and open it by that.' }
  const parts = text.split(betweenEdits)
  const read = parts.slice(0, mostEdits).map(readEdit)
  const edits = read.filter((edit) => edit !== null)
  const lost = read.length - edits.length
  if (parts.length > mostEdits)
    return { edits, fault: `This link supposes more than ${mostEdits} things. Those after the ${mostEdits}th are left out.` }
  if (lost === 0) return { edits, fault: null }
  const said = lost === 1 ? 'One of the things that this link supposes' : `${lost} of the things that this link supposes`
  return { edits, fault: `${said} cannot be read and ${lost === 1 ? 'is' : 'are'} left out. The link may have been cut off.` }
}
