import type { Dependency, PromiseMove, RitualItem } from '../../entity.ts'
import { referring, type Snapshot } from '../../snapshot.ts'
import { compareInstants } from '../../time.ts'
import type { Side } from '../../vocabulary.ts'

/** What a side says of a promise: it is there, it comes later, it is stuck. For who takes: we have it, not yet, we are stuck without it. */
export const promiseWords = ['yes', 'late', 'blocked'] as const
export type PromiseWord = (typeof promiseWords)[number]

/** What one side said last of a promise, and when. */
export type Said = { readonly word: PromiseWord; readonly at: string }

/** By which key an answer of a side is kept among the entries of a check. */
export const answerKeys: Record<Side, string> = { supplier: 'promise.given', consumer: 'promise.taken' }

const valueByWord: Record<PromiseWord, number> = { yes: 1, late: 0, blocked: -1 }

/** A word as the number that an entry keeps. Cost O(1). */
export function valueOfWord(word: PromiseWord): number {
  return valueByWord[word]
}

/** The word of an entry; null where it is no answer about a promise. Cost O(1). */
export function wordOf({ value }: Pick<RitualItem, 'value'>): PromiseWord | null {
  return promiseWords.find((word) => valueByWord[word] === value) ?? null
}

function byMove({ move, from, side, at }: PromiseMove, of: Side): Said | null {
  if (side !== of) return null
  if (move === 'deliver' || (move === 'accept' && from === 'delivered')) return { word: 'yes', at }
  return move === 'notSatisfied' ? { word: 'blocked', at } : null
}

/**
 * What a side said last of a promise: by a move, or in a check of its node.
 *
 * Cost O(moves of the promise + entries about it). Spec: CK21.
 */
export function lastSaid(snapshot: Snapshot, { id }: Pick<Dependency, 'id'>, side: Side): Said | null {
  const moves = referring(snapshot, 'promiseMove', 'dependencyId', id).flatMap((move) => byMove(move, side) ?? [])
  const answers = [...snapshot.tables.ritualItem.values()].flatMap((item): Said[] => {
    const word = item.about === id && item.key === answerKeys[side] ? wordOf(item) : null
    return word === null ? [] : [{ word, at: item.at }]
  })
  return [...moves, ...answers].toSorted((a, b) => compareInstants(a.at, b.at)).at(-1) ?? null
}

/**
 * Whether who takes a promise says that they have it, whatever its state: who gives it may not have said so yet.
 *
 * Cost that of `lastSaid`. Spec: CK26.
 */
export function isReceived(snapshot: Snapshot, promise: Pick<Dependency, 'id'>): boolean {
  return lastSaid(snapshot, promise, 'consumer')?.word === 'yes'
}

/**
 * Whether both sides see a promise differently: it was said to be delivered, and since then who takes it says that it is not there.
 *
 * Cost that of `lastSaid`. Spec: CK22.
 */
export function isSeenDifferently(snapshot: Snapshot, promise: Pick<Dependency, 'id'>): boolean {
  const [given, taken] = [lastSaid(snapshot, promise, 'supplier'), lastSaid(snapshot, promise, 'consumer')]
  return given?.word === 'yes' && taken !== null && taken.word !== 'yes' && compareInstants(taken.at, given.at) >= 0
}
