'use client'
import { useState } from 'react'
import { useCompanions } from '../../../../lib/client/presence/use-presence.ts'
import { readViewPath } from '../../../../lib/client/presence/view-path.ts'
import { useMe } from '../../../../lib/client/who.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { useWalkRoom } from './use-walk-room.ts'

/** Who is there: everybody with a seat or with the walk open, but for whom the driver takes out, and whom the driver adds. */
export function useAttendance(ritual: Ritual): { readonly ids: readonly string[]; readonly toggle: (personId: string) => void } {
  const { personId } = useMe()
  const companions = useCompanions()
  const room = useWalkRoom(ritual)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const watching = companions.filter(({ windows }) => windows.some(({ view }) => readViewPath(view).screen === 'walk')).map((each) => each.personId)
  const seated = (room?.seats ?? []).flatMap((seat) => seat.personId ?? [])
  const here = new Set([...(personId === null ? [] : [personId]), ...watching, ...seated])
  const all = new Set([...here, ...changed.keys()])
  const ids = [...all].filter((id) => changed.get(id) ?? here.has(id))
  const toggle = (id: string) => setChanged(new Map([...changed, [id, !ids.includes(id)]]))
  return { ids, toggle }
}
