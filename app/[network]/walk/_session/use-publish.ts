'use client'
import { useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { announce, showToast } from '../../../../lib/client/toast.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { useWalkRoom } from './use-walk-room.ts'

export type Publishing = {
  readonly run: () => void
  /** ends the walk without minutes, such as one that was opened by mistake */
  readonly callOff: () => void
  readonly isBusy: boolean
}

/** Ends a walk: its minutes are told from its records from now on, and a named snapshot is what the next one is compared with. */
export function usePublish(ritual: Ritual, attendeeIds: readonly string[]): Publishing {
  const { today } = useNetwork()
  const mutate = useMutate()
  const room = useWalkRoom(ritual)
  const [isBusy, setBusy] = useState(false)
  const run = () => {
    if (isBusy) return
    setBusy(true)
    const guests = (room?.seats ?? []).filter(({ isGuest }) => isGuest).length
    const mark = { id: freshId('mark'), name: `walk ${today}`, kind: 'walk' } as const
    const closing = call('ritual.close', { id: ritual.id, attendeeIds: attendeeIds.map((id) => asId<'person'>(id)), guests, mark })
    // to close is no step that undo takes back, so nothing offers it; the minutes show themselves
    void mutate([closing])
      .then((done) => done && announce('The minutes are published.'))
      .finally(() => setBusy(false))
  }
  const callOff = () => {
    if (isBusy) return
    setBusy(true)
    void mutate([call('ritual.cancel', { id: ritual.id })])
      .then((done) => done && showToast('The walk is called off.'))
      .finally(() => setBusy(false))
  }
  return { run, callOff, isBusy }
}
