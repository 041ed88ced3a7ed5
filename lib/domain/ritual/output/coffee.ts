import type { Ritual } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { find, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayIn } from '../../time.ts'
import type { OutputEntry, RitualOutput } from './output.ts'

/** What the answers of a coffee are about, by the key under which they are kept, in the order of asking. */
const questions: readonly (readonly [key: string, mark: string])[] = [
  ['job', 'The job to be done'],
  ['gives', 'What each gives'],
  ['worth', 'Alone and together'],
  ['commitment', 'Promised first'],
]

/**
 * What a coffee left: the answers that both sides gave. The promise itself goes on in the network, where it has its day.
 *
 * @param assessment of today
 * Cost O(entries of the coffee). Spec: MN15.
 */
export function coffeeOutput(snapshot: Snapshot, ritual: Ritual, { today }: Assessment): RitualOutput {
  const answers = referring(snapshot, 'ritualItem', 'ritualId', ritual.id).filter(({ kind }) => kind === 'answer')
  const entries = questions.flatMap(([key, mark]): OutputEntry[] => {
    const text = answers.findLast((each) => each.key === key)?.text ?? ''
    return text === '' ? [] : [{ mark, text }]
  })
  const partner = find(snapshot, 'node', ritual.nodeId)?.name
  return {
    kind: 'coffee',
    title: ritual.title,
    day: ritual.closedAt === null ? today : dayIn(networkOf(snapshot).timeZone, ritual.closedAt),
    lead: partner ? `What was agreed with ${partner}.` : 'What was agreed.',
    facts: [],
    sections: [{ id: 'agreed', title: 'Agreed', ...(entries.length === 0 ? { note: 'Nothing was written down.' } : { entries }) }],
    calendar: [],
  }
}
