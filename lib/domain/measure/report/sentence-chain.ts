import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** What is known of the longest chain: by weeks where they are estimated, by steps where not. */
export type ChainNumbers = {
  readonly level: Readonly<Record<string, number | null>>
  readonly finishWeeks: number | null
  readonly criticalChain: readonly string[]
  /** weeks of the cycle; null where there is none */
  readonly cycleWeeks: number | null
}

function byWeeks({ criticalChain, finishWeeks, cycleWeeks }: ChainNumbers): Said | null {
  if (finishWeeks === null || criticalChain.length < 2) return null
  const weeks = counted(Math.round(finishWeeks), 'week')
  const room = cycleWeeks === null ? '' : `; the cycle has ${cycleWeeks}`
  return {
    key: 'chain',
    sentence: [words(`The longest chain is ${criticalChain.length} results and about ${weeks}${room}.`)],
    subjects: subjectsOf('keyResult', criticalChain),
  }
}

/** Who waits for nobody and who for others, and through how many steps: what can be said without a single estimate. */
function bySteps(snapshot: Snapshot, { level }: ChainNumbers): Said | null {
  const known = Object.entries(level).flatMap(([id, steps]) => (steps === null ? [] : [{ id, steps }]))
  const deepest = known.reduce((most, { steps }) => Math.max(most, steps), 0)
  if (deepest === 0) return null
  const free = known.filter(({ steps }) => steps === 0).length
  const last = known.filter(({ steps }) => steps === deepest)
  const [only, ...others] = last
  const who: Sentence = only && others.length === 0 ? [words(', the last of them '), keyResultPart(snapshot, only.id)] : []
  const rest = known.length - free
  const behind = Object.keys(level).length - known.length
  const ofWhom = behind === 0 ? counted(known.length, 'result') : `${counted(known.length, 'result')} that no ring holds up`
  const text = `${free} of ${ofWhom} ${free === 1 ? 'waits' : 'wait'} for nobody; ${rest} ${rest === 1 ? 'waits' : 'wait'} for others, up to ${counted(deepest, 'step')} deep`
  return {
    key: 'order',
    sentence: [words(text), ...who, words('.')],
    subjects: subjectsOf(
      'keyResult',
      last.map(({ id }) => id),
    ),
  }
}

/**
 * The longest chain: “The longest chain is 8 results and about 25 weeks; the cycle has 13.” Where nobody has estimated it: how many
 * results wait for nobody, and how deep the others lie.
 *
 * @returns null where nobody waits for anybody
 * Cost O(key results). Spec: OR23.
 */
export function chainSentence(snapshot: Snapshot, numbers: ChainNumbers): Said | null {
  return byWeeks(numbers) ?? bySteps(snapshot, numbers)
}
