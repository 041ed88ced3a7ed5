import type { Ritual, RitualItem } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { find, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayIn } from '../../time.ts'
import { aboutOf } from './minutes-entries.ts'
import type { CalendarEntry, OutputEntry, RitualOutput } from './output.ts'

/** What the answers of a coffee are about, by the key under which they are kept, in the order of asking. */
const questions: readonly (readonly [key: string, mark: string])[] = [
  ['job', 'The job to be done'],
  ['gives', 'What each gives'],
  ['worth', 'Alone and together'],
  ['commitment', 'Promised first'],
]

/** Who promises first: the partner is asked, the other side offers. Coffees of before kept neither it nor the day. */
function promiseText(snapshot: Snapshot, { nodeId: partnerId }: Ritual, { text, nodeId, dueOn }: RitualItem): string {
  const giver = find(snapshot, 'node', nodeId)?.name
  if (dueOn === null || !giver) return text
  return `${text} (${nodeId === partnerId ? 'asked of' : 'offered by'} ${giver})`
}

function answerEntry(snapshot: Snapshot, ritual: Ritual, item: RitualItem): OutputEntry {
  const text = promiseText(snapshot, ritual, item)
  return item.dueOn === null ? { text } : { text, due: item.dueOn, about: aboutOf(item) }
}

/** The day of the first promise, under the id of the promise as long as it is there. */
function calendarOf(snapshot: Snapshot, ritual: Ritual, answers: readonly RitualItem[]): CalendarEntry[] {
  return answers.flatMap((item) => {
    if (item.dueOn === null || !find(snapshot, 'dependency', item.about)) return []
    return [{ id: item.about ?? item.id, on: item.dueOn, title: item.text, text: `${promiseText(snapshot, ritual, item)}\n${ritual.title}` }]
  })
}

/**
 * What a coffee left: the answers that both sides gave, the first promise with its day and who gives it.
 *
 * @param assessment of today
 * Cost O(entries of the coffee). Spec: MN15.
 */
export function coffeeOutput(snapshot: Snapshot, ritual: Ritual, { today }: Assessment): RitualOutput {
  const all = referring(snapshot, 'ritualItem', 'ritualId', ritual.id).filter(({ kind }) => kind === 'answer')
  const answers = questions.flatMap(([key, mark]) => {
    const item = all.findLast((each) => each.key === key)
    return item && item.text !== '' ? [{ mark, item }] : []
  })
  const entries = answers.map(({ mark, item }) => ({ mark, ...answerEntry(snapshot, ritual, item) }))
  const partner = find(snapshot, 'node', ritual.nodeId)?.name
  return {
    kind: 'coffee',
    title: ritual.title,
    day: ritual.closedAt === null ? today : dayIn(networkOf(snapshot).timeZone, ritual.closedAt),
    lead: partner ? `What was agreed with ${partner}.` : 'What was agreed.',
    facts: [],
    sections: [{ id: 'agreed', title: 'Agreed', ...(entries.length === 0 ? { note: 'Nothing was written down.' } : { entries }) }],
    calendar: calendarOf(
      snapshot,
      ritual,
      answers.map(({ item }) => item),
    ),
  }
}
