'use client'
import { useCallback } from 'react'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useRoom } from '../../../../../lib/client/room/use-room.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import type { OpenNeed } from '../../../../../lib/domain/ritual/plan/commit-state.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'

export type Taken = { readonly ownerId: string; readonly dueOn: string }

/** Gives an open need an owner and a day: an action of this session, made or changed. */
export function useTakeOn(ritual: Ritual) {
  const mutate = useMutate()
  return useCallback(
    ({ dependencyId, itemId, suggested }: OpenNeed, { ownerId: owner, dueOn }: Taken) => {
      const ownerId = asId<'person'>(owner)
      if (itemId !== null) return void mutate([call('ritualItem.update', { id: asId<'ritualItem'>(itemId), set: { ownerId, dueOn } })])
      const about = { subject: 'dependency', about: dependencyId } as const
      const item = { id: freshId('ritualItem'), ritualId: ritual.id, kind: 'action', text: suggested.text, ownerId, dueOn, ...about } as const
      void mutate([call('ritualItem.create', item)])
    },
    [mutate, ritual.id],
  )
}

/** Commits the plan: the baseline, the actions, the cycle and the end of the session in one step. */
export function useCommit(ritual: Ritual) {
  const { snapshot } = useNetwork()
  const room = useRoom(ritual.id)
  const mutate = useMutate()
  return useCallback(() => {
    const cycle = find(snapshot, 'cycle', ritual.cycleId)
    const seats = room?.seats ?? []
    const attendeeIds = [...new Set(seats.flatMap(({ personId }) => (personId === null ? [] : [asId<'person'>(personId)])))]
    const guests = seats.filter(({ isGuest }) => isGuest).length
    const mark = { markId: freshId('mark'), markName: `${cycle?.name ?? ritual.title} baseline` }
    void mutate([call('plan.commit', { id: ritual.id, ...mark, attendeeIds, guests })], { toast: `${cycle?.name ?? 'The plan'} is committed` })
  }, [snapshot, ritual, room, mutate])
}
