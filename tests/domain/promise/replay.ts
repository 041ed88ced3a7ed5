import { system, type Who } from '../../../lib/domain/access.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { Dependency, PromiseMove } from '../../../lib/domain/entity.ts'
import { fork, get, type Snapshot } from '../../../lib/domain/snapshot.ts'

type Input = Readonly<Record<string, unknown>>

/** What a move was given, read back from its record. */
function givenTo({ move, side, terms, reason, answerBy }: PromiseMove): Input {
  const { by: _by, ...proposal } = terms ?? { by: side }
  const isProposal = move === 'counter' || move === 'propose' || (move === 'request' && terms?.by === 'consumer')
  return {
    side,
    reason,
    answerBy,
    ...(isProposal ? { terms: proposal } : {}),
    ...(move === 'promise' ? { promisedOn: terms?.on ?? null } : {}),
  }
}

/** The network with one need as it was before its first move: a draft, or an offer. */
function unmoved(snapshot: Snapshot, need: Dependency, moves: readonly PromiseMove[], before: Partial<Dependency>): Snapshot {
  const copy = fork(snapshot)
  for (const { id } of moves) copy.tables.promiseMove.delete(id)
  const isOffer = moves[0]?.move === 'offer'
  const fresh = {
    state: isOffer ? ('offered' as const) : ('draft' as const),
    counteredBy: null,
    answerBy: null,
    terms: null,
    promisedOn: isOffer ? need.promisedOn : null,
  }
  copy.tables.dependency.set(need.id, { ...need, ...fresh, ...before })
  return copy
}

/**
 * The record that follows from the moves of a need, made again one after the other by the real command.
 *
 * @param before what the need said of itself when it was made, where moves have changed that
 * @param who makes every move; it has to speak for both sides
 */
export function replayed(
  snapshot: Snapshot,
  need: Dependency,
  moves: readonly PromiseMove[],
  { before = {}, who = system }: { before?: Partial<Dependency>; who?: Who } = {},
): Dependency {
  const copy = unmoved(snapshot, need, moves, before)
  for (const each of moves) {
    if (each.move === 'offer') continue
    const bound = each.move === 'bind' ? { supplierKeyResultId: need.supplierKeyResultId } : {}
    const input = { id: need.id, moveId: each.id, move: each.move, ...givenTo(each), ...bound }
    runCommands(copy, [{ name: 'promise.move', input }], { actor: 'test', who, now: each.at })
  }
  return get(copy, 'dependency', need.id)
}
