import { isReachedIn } from '../../okr/reached.ts'
import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import { waitedFor } from '../chance/supply.ts'
import { counted } from '../report/said.ts'
import type { Figure } from './figure.ts'
import { waitingCounts } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { waitingFor } from './ways.ts'

function readingOf({ snapshot }: Looked, keyResultId: string, waiting: number): Sentence {
  const own = keyResultPart(snapshot, keyResultId)
  if (isReachedIn(snapshot, keyResultId)) return [own, words(' is reached; nobody waits for it any more.')]
  if (waiting === 0) return [words('No other result waits for '), own, words('.')]
  return [words(`${counted(waiting, 'result')} ${waiting === 1 ? 'waits' : 'wait'} for `), own, words(', directly or through others.')]
}

/**
 * How many results wait for a key result: “9 results”.
 *
 * @returns null where it is not in the cycle, and until it is counted
 * Cost O(key results + needs). Spec: IN22, CN8.
 */
export function neededFigure(looked: Looked, keyResultId: string): Figure | null {
  if (!looked.numbers) return null
  const counts = waitingCounts(looked.numbers)
  const waiting = counts[keyResultId] ?? null
  if (waiting === null) return null
  return {
    id: `needed:${keyResultId}`,
    name: 'Needed by',
    value: counted(waiting, 'result'),
    reading: readingOf(looked, keyResultId, waiting),
    count: `of ${counted(Object.keys(counts).length, 'result')}`,
    how: 'Follows the needs from a result to those who need it, from there to those who need them, and so on, and counts each once; on a ring it does not wait for itself. What is reached waits for nobody, and nobody waits for it. Source: reachability.',
    shown: waiting === 0 ? null : waitingFor(waitedFor(looked.supply()), keyResultId),
  }
}
