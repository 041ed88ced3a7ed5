import { counted, shortDay } from '../../../components/graph/words.ts'
import type { ReasonGroup, Report } from '../../../components/history/types.ts'
import type { ReasonFilter } from './filter.ts'

export type ReportLine = ReasonGroup & { readonly word: string; readonly filter: ReasonFilter }

const order: readonly { readonly kind: ReasonGroup['kind']; readonly word: string; readonly filter: ReasonFilter }[] = [
  { kind: 'internal', word: 'Internal', filter: 'internal' },
  { kind: 'external', word: 'External', filter: 'external' },
  { kind: null, word: 'No reason given', filter: 'none' },
]

const nothing = { changeSets: 0, added: 0, changed: 0, removed: 0, revisions: [] }

/** One line for each reason, also where nothing has it. */
export function reportLines({ groups }: Report): ReportLine[] {
  return order.map(({ kind, word, filter }) => ({ ...nothing, ...groups.find((group) => group.kind === kind), kind, word, filter }))
}

/** What the lines add up to. */
export function reportTotal(lines: readonly ReportLine[]): Pick<ReasonGroup, 'changeSets' | 'added' | 'changed' | 'removed'> {
  const sum = (part: 'changeSets' | 'added' | 'changed' | 'removed') => lines.reduce((total, line) => total + line[part], 0)
  return { changeSets: sum('changeSets'), added: sum('added'), changed: sum('changed'), removed: sum('removed') }
}

/** “1 Oct to 22 Nov”. */
export function spanWords({ from, to }: Pick<Report, 'from' | 'to'>, today: string): string {
  return from === to ? shortDay(from, today) : `${shortDay(from, today)} to ${shortDay(to, today)}`
}

/** What the report says, in one sentence. */
export function reportSentence(report: Report, today: string): string {
  const lines = reportLines(report)
  const { changeSets } = reportTotal(lines)
  const when = spanWords(report, today)
  if (changeSets === 0) return `The structure did not change, ${when}.`
  const parts = lines.filter((line) => line.changeSets > 0).map((line) => `${line.changeSets} ${line.kind ?? 'without a reason'}`)
  return `${counted(changeSets, 'change')} of structure, ${when}: ${parts.join(', ')}.`
}

/** A text that Markdown takes as it stands. */
function plain(text: string): string {
  return text.replace(/([\\`*_[\]<>|#])/g, '\\$1')
}

/** The report as a table in Markdown, to be put into minutes. */
export function reportMarkdown(name: string, report: Report, today: string): string {
  const lines = reportLines(report)
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const cells = (word: string, { changeSets, added, changed, removed }: ReturnType<typeof reportTotal>) =>
    row([word, changeSets, added, changed, removed])
  return [
    `## Changes of structure by reason, ${plain(name)}`,
    '',
    reportSentence(report, today),
    '',
    row(['reason', 'changes', 'added', 'changed', 'removed']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...lines.map((line) => cells(line.word, line)),
    cells('All', reportTotal(lines)),
    '',
  ].join('\n')
}
