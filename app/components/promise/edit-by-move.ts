import { freshId } from '../../../lib/client/fresh-id.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import type { OpenMove } from '../../../lib/domain/promise/moves.ts'
import type { MoveDetails } from './use-promise.ts'

/** The move by which somebody may ask for something else: a counter while it is open, a proposed change once it is promised. */
export function changingMove(moves: readonly OpenMove[]): OpenMove | undefined {
  return moves.find(({ move }) => move === 'propose' || move === 'counter')
}

/** An edit of what was agreed, as the move that it is: the other side answers it. */
export function editByMove(dependencyId: string, { move, side }: OpenMove, terms: NonNullable<MoveDetails['terms']>): CommandCall {
  return call('promise.move', { id: asId<'dependency'>(dependencyId), moveId: freshId('promiseMove'), move, side, terms })
}
