'use client'
import { useCallback, useMemo } from 'react'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useWho } from '../../../../../lib/client/who.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual, RitualItem } from '../../../../../lib/domain/entity.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import { namesOfSide } from '../../../../../lib/domain/promise/turns.ts'
import { find, nameOf, referring } from '../../../../../lib/domain/snapshot.ts'

export type Talk = { readonly item: RitualItem; readonly dependencyId: string; readonly names: readonly string[] }

/** Who has to talk with whom, by the ask that they talk about; those that are done are left out. */
export function useTalks(ritual: Ritual): ReadonlyMap<string, Talk> {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  return useMemo(() => {
    const open = referring(snapshot, 'ritualItem', 'ritualId', ritual.id).filter(({ kind, status }) => kind === 'talk' && status === 'open')
    const talks = open.flatMap((item): [string, Talk][] => {
      const need = find(snapshot, 'dependency', item.about)
      if (!need) return []
      const names = (['consumer', 'supplier'] as const).flatMap((side) => namesOfSide(snapshot, need, { side, who, today }).slice(0, 2))
      return [[need.id, { item, dependencyId: need.id, names: [...new Set(names)] }]]
    })
    return new Map(talks)
  }, [snapshot, ritual.id, who, today])
}

/** Puts an ask on the list of what has to be talked about, or takes it off. */
export function useTalkToggle(ritual: Ritual, talks: ReadonlyMap<string, Talk>) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  return useCallback(
    (dependencyId: string, nodeId: string | null) => {
      const need = find(snapshot, 'dependency', dependencyId)
      const known = talks.get(dependencyId)
      if (known) return void mutate([call('ritualItem.update', { id: known.item.id, set: { status: 'done' } })], { toast: 'Talked about' })
      if (!need) return
      const about = { subject: 'dependency', about: dependencyId, ...(nodeId === null ? {} : { nodeId: asId<'node'>(nodeId) }) } as const
      const item = { id: freshId('ritualItem'), ritualId: ritual.id, kind: 'talk', text: nameOf(need), ...about } as const
      void mutate([call('ritualItem.create', item)], { toast: 'On the list: both sides are called together' })
    },
    [snapshot, ritual.id, talks, mutate],
  )
}
