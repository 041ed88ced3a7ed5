import { dayText } from '../../promise/day-words.ts'
import { asideOf, type NamedEntry, type NamedSection, type Rendering, withNames } from './named.ts'
import type { RitualOutput } from './output.ts'

/** Signs that begin markup anywhere in a line: emphasis, code, links, pictures, tables, mathematics. */
const inlineSigns = /[\\`*_[\]|~$]/g
/** What makes a heading, a list, a quotation or a rule of a line that begins with it. */
const firstSigns = /^(\d{1,9})([.)])(?=\s|$)|^([-+#=>:])/

/** A plain line that no reader of Markdown takes for markup. Cost O(length). Spec: MN20. */
export function markdownText(text: string): string {
  return text
    .replace(inlineSigns, (sign) => `\\${sign}`)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(firstSigns, (whole, digits?: string, after?: string) => (digits === undefined ? `\\${whole}` : `${digits}\\${after}`))
}

function entryLine(entry: NamedEntry): string {
  const { mark, text } = entry
  const aside = asideOf(entry)
  const before = mark === '' ? '' : `**${markdownText(mark)}:** `
  return `- ${before}${markdownText(text)}${aside === '' ? '' : ` (${markdownText(aside)})`}`
}

function tableLines({ columns, rows }: NonNullable<NamedSection['table']>): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`
  return [row(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(row)]
}

function sectionLines({ title, note, entries, table }: NamedSection): string[] {
  return [
    `## ${markdownText(title)}`,
    '',
    ...(note === '' ? [] : [markdownText(note), '']),
    ...(entries.length === 0 ? [] : [...entries.map(entryLine), '']),
    ...(table === null ? [] : [...tableLines(table), '']),
  ]
}

/** An address that ends where it should: its brackets and spaces are written as codes. */
function markdownLink(link: string): string {
  return link.replace(/[<>()\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/**
 * An output as a Markdown page, as wikis and repositories show it. Texts are escaped: nothing that a person wrote becomes markup.
 *
 * @returns ends with a line break
 * Cost O(length). Spec: MN20.
 */
export function toMarkdown(output: RitualOutput, rendering: Rendering): string {
  const { title, day, lead, facts, sections } = withNames(output, rendering)
  const lines = [
    `# ${markdownText(title)}`,
    '',
    `${dayText(day, '')}. ${markdownText(lead)}`,
    '',
    ...(facts.length === 0 ? [] : [...facts.map(({ label, value }) => `- ${markdownText(label)}: ${markdownText(value)}`), '']),
    ...sections.flatMap(sectionLines),
    ...(rendering.link ? [`[Open in Weft](${markdownLink(rendering.link)})`, ''] : []),
  ]
  return lines.join('\n')
}
