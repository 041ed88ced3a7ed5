'use client'
import { useMemo } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Ritual, RitualItem } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import type { ParsedLine } from '../../../../lib/domain/ritual/line.ts'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { referring, type Snapshot } from '../../../../lib/domain/snapshot.ts'

/** What can be written down with one key. */
export const lineKinds = ['decision', 'action', 'note', 'parked'] as const
export type LineKind = (typeof lineKinds)[number]

export type Line = Pick<ParsedLine, 'text' | 'ownerId' | 'dueOn'>

/** What was written down in a walk, in the order in which it was said. */
export function itemsOf(snapshot: Snapshot, ritualId: string): RitualItem[] {
  return referring(snapshot, 'ritualItem', 'ritualId', ritualId)
}

function person(id: string | null) {
  return id === null ? null : asId<'person'>(id)
}

/** Writes into a walk, and changes what was written. */
export function useItems(ritual: Ritual) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const items = useMemo(() => itemsOf(snapshot, ritual.id), [snapshot, ritual.id])
  const add = (kind: LineKind, { text, ownerId, dueOn }: Line, stop: Stop | null) =>
    mutate([
      call('ritualItem.create', {
        id: freshId('ritualItem'),
        ritualId: ritual.id,
        kind,
        text,
        ownerId: person(ownerId),
        dueOn,
        stop: stop?.id ?? null,
        subject: stop?.subject ?? null,
        about: stop?.about ?? null,
        nodeId: stop && snapshot.tables.node.has(stop.nodeId ?? '') ? asId<'node'>(stop.nodeId ?? '') : null,
      }),
    ])
  const change = (id: string, { text, ownerId, dueOn }: Line) =>
    mutate([call('ritualItem.update', { id: asId<'ritualItem'>(id), set: { text, ownerId: person(ownerId), dueOn } })])
  const remove = (id: string) => mutate([call('ritualItem.delete', { id: asId<'ritualItem'>(id) })])
  const settle = (id: string, status: 'open' | 'done') => mutate([call('ritualItem.update', { id: asId<'ritualItem'>(id), set: { status } })])
  return { items, add, change, remove, settle }
}
