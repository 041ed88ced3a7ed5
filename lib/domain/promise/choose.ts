import { speaksFor, type Who } from '../access.ts'
import type { Dependency } from '../entity.ts'
import { DomainError } from '../error.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import type { PromiseMoveName, Side } from '../vocabulary.ts'
import { offerRow, type Turn } from './machine.ts'
import { nodesOfPromise } from './stand.ts'
import { namesOfSide, type Turns, turnsOf } from './turns.ts'
import { sideWords, stateWords } from './words.ts'

function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

function noSuchMove(dependency: Dependency, move: PromiseMoveName, { all }: Turns): DomainError {
  const possible = (['supplier', 'consumer'] as const).flatMap((side) => {
    const labels = [...new Set(all.filter((turn) => turn.side === side).map(({ row }) => `“${row.label}”`))]
    return labels.length === 0 ? [] : [`${sideWords[side]}: ${labels.join(', ')}`]
  })
  const remedy = possible.length === 0 ? 'It has ended; ask anew if the need is still there.' : `Possible now, by ${possible.join('; by ')}.`
  return new DomainError('PROMISE_NO_SUCH_MOVE', `“${nameOf(dependency)}” is ${stateWords[dependency.state]}. ${remedy}`, {
    dependencyId: dependency.id,
    state: dependency.state,
    move,
    possible: [...new Set(all.map(({ row }) => row.move))],
  })
}

type Seeker = { readonly who: Who; readonly today: string }

function notYours(snapshot: Snapshot, dependency: Dependency, { row, side }: Turn, seeker: Seeker): DomainError {
  const node = find(snapshot, 'node', nodesOfPromise(snapshot, dependency)[side])
  const names = namesOfSide(snapshot, dependency, { side, ...seeker })
  const whose = names.length === 0 ? 'Nobody who can sign in speaks for it: give the node a lead.' : `It is the move of ${listed(names, 'or')}.`
  const place = node ? ` (${node.name})` : ''
  return new DomainError('PROMISE_NOT_YOUR_MOVE', `“${row.label}” belongs to ${sideWords[side]}${place}. ${whose}`, {
    dependencyId: dependency.id,
    side,
    nodeId: node?.id ?? null,
    names,
  })
}

export type Wanted = { readonly move: PromiseMoveName; readonly side?: Side | undefined }

/**
 * The turn that somebody takes with a move.
 *
 * @param wanted a side has to be named only by those who speak for both, and only where both can make the move: the supplier's counts
 * @throws DomainError PROMISE_NO_SUCH_MOVE where nobody can move like that now, PROMISE_NOT_YOUR_MOVE where somebody else can
 * Cost that of `turnsOf`. Spec: PR1-PR2.
 */
export function chooseTurn(snapshot: Snapshot, dependency: Dependency, wanted: Wanted, seeker: Seeker): Turn {
  const turns = turnsOf(snapshot, dependency, seeker.who, seeker.today)
  const fits = ({ row, side }: Turn) => row.move === wanted.move && (wanted.side === undefined || side === wanted.side)
  const turn = turns.mine.find(fits)
  if (turn) return turn
  const other = turns.all.find(fits)
  throw other ? notYours(snapshot, dependency, other, seeker) : noSuchMove(dependency, wanted.move, turns)
}

/**
 * The turn with which a need is asked or offered as it is made. Who offers speaks for the side that gives; that somebody may ask is
 * checked by the command.
 *
 * @param dependency not in the snapshot yet, in state requested or offered
 * @throws DomainError PROMISE_NOT_YOUR_MOVE
 * Cost that of `turnsOf`. Spec: PR10-PR12.
 */
export function chooseFirst(snapshot: Snapshot, dependency: Dependency, seeker: Seeker): Turn {
  if (dependency.state !== 'offered') return chooseTurn(snapshot, { ...dependency, state: 'draft' }, { move: 'request' }, seeker)
  const turn: Turn = { row: offerRow, side: 'supplier' }
  const { supplier } = nodesOfPromise(snapshot, dependency)
  if (supplier !== null && speaksFor(snapshot, seeker.who, supplier, seeker.today)) return turn
  throw notYours(snapshot, dependency, turn, seeker)
}
