'use client'
import { useNetworkStore } from '../../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../../lib/client/observable.ts'
import { type Room, useRoom } from '../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'

/** The room of an open walk; null until the server has the walk and has answered. */
export function useWalkRoom({ id, state }: Ritual): Room | null {
  const { confirmed } = useObservable(useNetworkStore().state)
  return useRoom(state === 'open' && find(confirmed, 'ritual', id) ? id : null)
}
