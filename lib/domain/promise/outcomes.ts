import type { Dependency, PromiseMove } from '../entity.ts'
import type { PromiseMoveName } from '../vocabulary.ts'

/**
 * What became of a promise. `kept`: accepted on or before its day. `broken`: its day passed first. `early` and `late`: revoked before its
 * day was over, or after. `running`: its day is still to come. `unknown`: it has no day, or nobody knows when it was accepted.
 */
export type Outcome = 'kept' | 'broken' | 'early' | 'late' | 'running' | 'unknown'

type Running = { readonly on: string | null } | null

const settling: ReadonlySet<PromiseMoveName> = new Set(['request', 'promise', 'accept', 'agree'])

/** What was promised before the history begins: for the day of the record, as long as no later move has set another one. */
function runningAtFirst({ state, promisedOn }: Dependency, history: readonly PromiseMove[]): Running {
  const [first] = history
  const before = first ? first.from : state
  if (before !== 'promised' && before !== 'delivered') return null
  return { on: history.some(({ move, to }) => to === 'promised' && settling.has(move)) ? null : promisedOn }
}

function endOf(move: PromiseMove, { on }: NonNullable<Running>, day: string): Outcome | null {
  if (move.to === 'accepted') return on === null ? 'unknown' : day <= on ? 'kept' : 'broken'
  if (move.to === 'revoked') return on !== null && day > on ? 'late' : 'early'
  return null
}

/**
 * What became of each promise that was made for one need: it may be promised, revoked and promised again.
 *
 * @param history its moves, oldest first
 * @param days reads the day of an instant where the network lives, and says which day it is
 * Cost O(moves). Spec: PR93-PR95.
 */
export function outcomesOf(
  dependency: Dependency,
  history: readonly PromiseMove[],
  { dayOf, today }: { readonly dayOf: (at: string) => string; readonly today: string },
): Outcome[] {
  const outcomes: Outcome[] = []
  let running = runningAtFirst(dependency, history)
  for (const move of history) {
    if (move.to === 'promised' && settling.has(move.move)) running = { on: move.terms?.on ?? null }
    const outcome = running && endOf(move, running, dayOf(move.at))
    if (outcome) outcomes.push(outcome)
    if (outcome || move.to === 'cancelled') running = null
  }
  if (running) outcomes.push(running.on === null ? 'unknown' : running.on < today ? 'broken' : 'running')
  if (history.length === 0 && (dependency.state === 'accepted' || dependency.state === 'revoked')) outcomes.push('unknown')
  return outcomes
}
