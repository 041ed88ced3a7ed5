import { useMemo } from 'react'
import type { Ritual } from '../../domain/entity.ts'
import { openRitual } from '../../domain/ritual/phases.ts'
import { listOf } from '../../domain/snapshot.ts'
import { compareInstants } from '../../domain/time.ts'
import type { RitualKind } from '../../domain/vocabulary.ts'
import { useNetwork } from '../network/provider.tsx'

/** What a session is about: the cycle that is planned, the node that checks itself. */
type About = { readonly cycleId?: string | null; readonly nodeId?: string | null }

export type Rituals = { readonly open: Ritual | null /** latest first */; readonly past: readonly Ritual[] }

function newestFirst(a: Ritual, b: Ritual): number {
  return compareInstants(b.closedAt ?? b.at, a.closedAt ?? a.at)
}

/** The open session of a kind, and those that were held; where it is said what about, only of that. Cancelled ones are left out. */
export function useRituals(kind: RitualKind, about: About = {}): Rituals {
  const { snapshot } = useNetwork()
  const { cycleId, nodeId } = about
  return useMemo(() => {
    const all = listOf(snapshot, 'ritual').filter(
      (each) => each.kind === kind && (cycleId === undefined || each.cycleId === cycleId) && (nodeId === undefined || each.nodeId === nodeId),
    )
    const [first] = all.filter(({ state }) => state === 'open').sort(newestFirst)
    const open = first ? (openRitual(snapshot, first) ?? first) : null
    return { open, past: all.filter(({ state }) => state === 'closed').sort(newestFirst) }
  }, [snapshot, kind, cycleId, nodeId])
}
