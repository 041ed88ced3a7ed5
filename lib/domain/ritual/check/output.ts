import { counted } from '../../counted.ts'
import type { Ritual, RitualItem } from '../../entity.ts'
import { amountText } from '../../health/sentence.ts'
import { assess } from '../../okr/assess.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { confidenceInTen } from '../../okr/confidence.ts'
import { todayIn } from '../../own-nodes.ts'
import { find, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayIn } from '../../time.ts'
import { actionEntry, plainEntry } from '../output/minutes-entries.ts'
import type { CalendarEntry, OutputEntry, OutputSection, RitualOutput } from '../output/output.ts'
import { contributionOf, metricInWords } from './contribution.ts'
import { statementParts } from './contribution-text.ts'
import { numberCards } from './numbers.ts'
import { spreadInWords, statements } from './statements.ts'
import { answerKeys, type PromiseWord, wordOf } from './words-said.ts'

const answerWords: Record<'given' | 'taken', Record<PromiseWord, string>> = {
  given: { yes: 'delivered', late: 'later', blocked: 'blocked' },
  taken: { yes: 'received', late: 'not yet', blocked: 'stuck without it' },
}

/** When a check is read, and as far as it is known, the network of its closing. */
export type CheckReading = {
  /** of today, and of the cycle in which the check was held */
  readonly assessment: Assessment
  /** the network as the check left it: at `ritual.revision`; where it is left out, numbers and contribution are told as they are now */
  readonly closed?: Snapshot | null
}

/** The network that a check is told of, and what was assessed of it on that day. */
type Told = { readonly snapshot: Snapshot; readonly assessment: Assessment }

function toldOf(snapshot: Snapshot, ritual: Ritual, { assessment, closed }: CheckReading): Told {
  if (!closed || ritual.closedAt === null) return { snapshot, assessment }
  const today = dayIn(networkOf(closed).timeZone, ritual.closedAt)
  return { snapshot: closed, assessment: assess(closed, { today, cycleId: assessment.cycleId }) }
}

function numbersSection({ snapshot, assessment }: Told, ritual: Ritual): OutputSection {
  const rows = numberCards(snapshot, assessment, ritual).flatMap(({ kind, id, title, isTold }) => {
    const metric = kind === 'keyResult' ? find(snapshot, 'keyResult', id) : undefined
    const health = kind === 'healthMetric' ? find(snapshot, 'healthMetric', id) : undefined
    const stands = metric
      ? metricInWords(metric.metric)
      : health?.current === null || !health
        ? 'not measured yet'
        : amountText(health, health.current)
    const sure = metric ? (metric.confidence === null ? 'not said' : String(confidenceInTen(metric.confidence))) : 'health'
    return [[title, stands, sure, isTold ? 'told' : 'not told']]
  })
  if (rows.length === 0) return { id: 'numbers', title: 'Our numbers', note: 'No key result in this cycle yet.' }
  return { id: 'numbers', title: 'Our numbers', table: { columns: ['What', 'Stands at', 'Confidence', 'In this check'], rows } }
}

function answerEntry(snapshot: Snapshot, { about, key, text, dueOn, ...item }: RitualItem): OutputEntry[] {
  const dependency = find(snapshot, 'dependency', about)
  const word = wordOf(item)
  const side = key === answerKeys.supplier ? 'given' : key === answerKeys.consumer ? 'taken' : null
  if (!dependency || word === null || side === null) return []
  const said = [`${side === 'given' ? 'We gave' : 'We took'} “${dependency.what || 'what was promised'}”`, text].filter((each) => each !== '')
  const due = dueOn === null ? {} : { due: dueOn }
  return [{ mark: answerWords[side][word], text: said.join(': '), about: { entity: 'dependency', id: dependency.id }, ...due }]
}

/** Only what the team let go: counted votes of four voters or more. */
function spreadSection(snapshot: Snapshot, ritual: Ritual): OutputSection[] {
  const shared = referring(snapshot, 'tally', 'ritualId', ritual.id)
  const entries = statements.flatMap(({ key, text }): OutputEntry[] => {
    const tally = shared.find((each) => each.key === key)
    return tally ? [{ text: `${text} ${spreadInWords(tally)}` }] : []
  })
  return entries.length === 0 ? [] : [{ id: 'statements', title: 'Five statements', entries }]
}

/** An action has somebody who does it; what is only to change has nobody. */
function changeEntry(item: RitualItem, today: string): OutputEntry {
  return item.kind === 'action' ? actionEntry(item, { day: today }) : plainEntry(item)
}

/** What a team wrote, paragraph by paragraph: the markup of our own draft becomes parts, everything else stays as it was written. */
function statementEntries(statement: string): OutputEntry[] {
  return statement.split(/\n\s*\n/).flatMap((paragraph): OutputEntry[] => {
    const text = paragraph.replaceAll(/\s+/g, ' ').trim()
    const [, mark, rest] = /^\*\*([^*]+?)\.?\*\*\s*(.*)$/.exec(text) ?? []
    if (mark !== undefined && rest) return [{ mark, text: rest }]
    return text === '' || /^#{1,6} /.test(text) ? [] : [{ text }]
  })
}

function statementSection({ snapshot, assessment }: Told, ritual: Ritual): OutputSection {
  const title = 'Contribution'
  if (ritual.isStatementShared && ritual.statement) return { id: 'contribution', title, entries: statementEntries(ritual.statement) }
  if (!find(snapshot, 'node', ritual.nodeId) || ritual.nodeId === null) return { id: 'contribution', title, note: 'The node is gone.' }
  const parts = statementParts(contributionOf(snapshot, assessment, ritual.nodeId))
  return { id: 'contribution', title, entries: parts.map((part) => ({ text: `${part.title}: ${part.text}` })) }
}

function calendarOf(snapshot: Snapshot, items: readonly RitualItem[]): CalendarEntry[] {
  return items.flatMap(({ id, text, dueOn, kind, about }) => {
    if (dueOn === null) return []
    const what = kind === 'answer' ? find(snapshot, 'dependency', about)?.what || 'What was promised' : text
    return [{ id, on: dueOn, title: what, text: kind === 'answer' ? 'The new day of a promise, from a check.' : 'Agreed in a check.' }]
  })
}

/**
 * What a check left: numbers, promises, what is to change, the contribution statement, and of the five statements only what the team let go. The votes
 * themselves are in no output, nor is a text that the team kept. Numbers, contribution and what a promise is called are told of the closing, what was
 * said and let go of now.
 *
 * Cost that of `contributionOf` and, where the network of the closing is given, of `assess`. Spec: CK63-CK65.
 */
export function checkOutput(snapshot: Snapshot, ritual: Ritual, reading: CheckReading): RitualOutput {
  const then = toldOf(snapshot, ritual, reading)
  const items = referring(snapshot, 'ritualItem', 'ritualId', ritual.id).toSorted((a, b) => a.rank - b.rank)
  const promises = items.filter(({ kind }) => kind === 'answer').flatMap((item) => answerEntry(then.snapshot, item))
  const changes = items.filter(({ kind }) => kind === 'action' || kind === 'change' || kind === 'share')
  const numbers = numbersSection(then, ritual)
  const told = numbers.table?.rows.filter((row) => row[3] === 'told').length ?? 0
  const name = find(then.snapshot, 'node', ritual.nodeId)?.name ?? 'A node that went'
  const sections: OutputSection[] = [
    statementSection(then, ritual),
    numbers,
    { id: 'promises', title: 'Promises', ...(promises.length === 0 ? { note: 'Nothing was said about promises.' } : { entries: promises }) },
    ...spreadSection(snapshot, ritual),
    ...(changes.length === 0
      ? []
      : [{ id: 'change', title: 'What we change', entries: changes.map((item) => changeEntry(item, reading.assessment.today)) }]),
  ]
  return {
    kind: 'check',
    title: ritual.title,
    day: ritual.closedAt === null ? todayIn(snapshot, ritual.at) : dayIn(networkOf(snapshot).timeZone, ritual.closedAt),
    lead: `${name} told ${counted(told, 'number')} and answered for ${counted(promises.length, 'promise')}.`,
    facts: [
      { label: 'Took part', value: String(ritual.attendeeIds.length + ritual.guests) },
      { label: 'Numbers told', value: String(told) },
      { label: 'Promises answered', value: String(promises.length) },
    ],
    sections,
    calendar: calendarOf(then.snapshot, items),
  }
}
