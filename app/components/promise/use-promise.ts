'use client'
import { useCallback, useMemo } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useWho } from '../../../lib/client/who.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { type OpenMove, openMoves } from '../../../lib/domain/promise/moves.ts'
import { lastMove } from './last-move.ts'

/** What comes with a move; what is left out stays as it is. */
export type MoveDetails = {
  readonly reason?: string
  readonly terms?: { readonly on?: string | null; readonly what?: string | null; readonly condition?: string | null }
  readonly promisedOn?: string
  readonly answerBy?: string
  readonly supplierKeyResultId?: string
}

/** What the person at this browser may do now with a promise. */
export function useOpenMoves(dependencyId: string): readonly OpenMove[] {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  return useMemo(() => openMoves(snapshot, dependencyId, who, today), [snapshot, dependencyId, who, today])
}

/** Makes a move: it shows at once, and a refusal takes it back and says why. */
export function usePromiseMove() {
  const { networkId } = useNetwork()
  const mutate = useMutate()
  return useCallback(
    async (dependencyId: string, { move, side }: Pick<OpenMove, 'move' | 'side'>, details: MoveDetails = {}): Promise<boolean> => {
      const moveId = freshId('promiseMove')
      const { supplierKeyResultId, ...rest } = details
      const bound = supplierKeyResultId ? { supplierKeyResultId: asId<'keyResult'>(supplierKeyResultId) } : {}
      const made = { networkId, dependencyId, moveId, move, changeSetId: null, atMs: Date.now() }
      const before = lastMove.get()
      lastMove.set(made)
      const done = await mutate([call('promise.move', { id: asId<'dependency'>(dependencyId), moveId, move, side, ...rest, ...bound })])
      if (lastMove.get()?.moveId === moveId) lastMove.set(done ? { ...made, changeSetId: done.changeSetId } : before)
      return done !== null
    },
    [mutate, networkId],
  )
}
