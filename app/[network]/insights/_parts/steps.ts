import type { MeasureState } from '../../../../lib/client/measure/measures.ts'
import type { MeasureKey } from '../../../../lib/domain/measure/report/parts.ts'

/** What is worked out, in this order, as it is told to who waits. */
const steps: readonly { readonly key: MeasureKey; readonly words: string }[] = [
  { key: 'promises', words: 'counting promises' },
  { key: 'nodeDSM', words: 'putting nodes in order' },
  { key: 'cycleVariant', words: 'looking for rings' },
  { key: 'chances', words: 'working out chances' },
  { key: 'krNetwork', words: 'working out what the goal rests on' },
  { key: 'valueNetwork', words: 'following exchanges' },
  { key: 'dates', words: 'trying out dates' },
  { key: 'said', words: 'writing sentences' },
]

/** The step that is worked out now. */
export function stepNow({ known, revision }: Pick<MeasureState, 'known' | 'revision'>): string {
  return steps.find(({ key }) => known[key]?.revision !== revision)?.words ?? 'writing sentences'
}
