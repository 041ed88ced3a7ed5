import type { Dependency, PromiseMove } from '../entity.ts'
import { daysBetween } from '../time.ts'
import type { PromiseMoveName } from '../vocabulary.ts'

/** What became of asking: each ask or ask again is one round. */
export type Rounds = {
  /** rounds with an answer: calendar days that it took, null where nobody knows when it was asked */
  readonly answers: readonly (number | null)[]
  /** 1 where an answer is still missing */
  readonly waiting: number
  /** 1 where the promise came without its history, so nobody knows whether it was asked for */
  readonly unknown: number
}

const answers: ReadonlySet<PromiseMoveName> = new Set(['promise', 'decline', 'counter', 'defer'])

/** When an ask that is open was made; `unknown` where its beginning is not in the history. */
type Open = { readonly day: string | null } | null

function openAtFirst(dependency: Dependency, [first]: readonly PromiseMove[]): Open {
  const state = first ? first.from : dependency.state
  return state === 'requested' ? { day: null } : null
}

/**
 * The rounds of asking for one promise: from each request to the supplier's first answer. A round that was withdrawn before an answer
 * counts as none.
 *
 * @param history its moves, oldest first
 * @param dayOf reads the day of an instant where the network lives
 * Cost O(moves). Spec: PR91-PR92.
 */
export function roundsOf(dependency: Dependency, history: readonly PromiseMove[], dayOf: (at: string) => string): Rounds {
  const taken: (number | null)[] = []
  let open = openAtFirst(dependency, history)
  for (const { move, to, at } of history) {
    if (move === 'request') open = to === 'requested' ? { day: dayOf(at) } : null
    else if (move === 'withdraw') open = null
    else if (open && answers.has(move)) {
      taken.push(open.day === null ? null : daysBetween(open.day, dayOf(at)))
      open = null
    }
  }
  const isUnknown = history.length === 0 && !open && dependency.state !== 'draft' && dependency.state !== 'offered'
  return { answers: taken, waiting: open ? 1 : 0, unknown: isUnknown ? 1 : 0 }
}
