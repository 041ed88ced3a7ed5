import { dayText } from '../../promise/day-words.ts'
import { asideOf, type NamedEntry, type NamedSection, type Rendering, withNames } from './named.ts'
import type { RitualOutput } from './output.ts'

function entryLine(entry: NamedEntry): string {
  const { mark, text } = entry
  const aside = asideOf(entry)
  return `* ${mark === '' ? '' : `${mark}: `}${text}${aside === '' ? '' : ` (${aside})`}`
}

/** A row in words: what stands in a column is told by its heading. */
function rowLine(columns: readonly string[], row: readonly string[]): string {
  const [first = '', ...rest] = row
  const more = rest.flatMap((cell, at) => (cell === '' ? [] : [`${columns[at + 1] ?? ''}: ${cell}`]))
  return `* ${first}${more.length === 0 ? '' : ` (${more.join('; ')})`}`
}

function sectionLines({ title, note, entries, table }: NamedSection): string[] {
  const rows = table === null ? [] : table.rows.map((row) => rowLine(table.columns, row))
  return ['', title, '', ...(note === '' ? [] : [note]), ...entries.map(entryLine), ...rows]
}

/**
 * An output as plain text: what a mail says beside its HTML.
 *
 * @returns ends with a line break
 * Cost O(length). Spec: MN28.
 */
export function toText(output: RitualOutput, rendering: Rendering): string {
  const { title, day, lead, facts, sections } = withNames(output, rendering)
  const { link, footer } = rendering
  const lines = [
    title,
    dayText(day, ''),
    '',
    lead,
    ...(facts.length === 0 ? [] : ['', ...facts.map(({ label, value }) => `${label}: ${value}`)]),
    ...sections.flatMap(sectionLines),
    ...(link ? ['', `Open in Weft: ${link}`] : []),
    ...(footer ? ['', '--', footer.text, ...(footer.link ? [`Change it here: ${footer.link}`] : [])] : []),
  ]
  return `${lines.join('\n')}\n`
}
