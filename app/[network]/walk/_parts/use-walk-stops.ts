'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { movesSince } from '../../../../lib/domain/ritual/moves.ts'
import { compileWalk, type Walk, type WalkSection, type WalkStop } from '../../../../lib/domain/ritual/walk.ts'
import { addDays } from '../../../../lib/domain/time.ts'

/** Days that “since the last walk” reaches back. */
const walkEveryDays = 7

export const sectionWords: Record<WalkSection, { readonly title: string; readonly question: string }> = {
  changed: { title: 'What changed', question: '' },
  promises: { title: 'Broken or late promises', question: 'Move the date, add people, or release those who wait?' },
  disagreements: { title: 'Said fine, looks otherwise', question: 'What do we see differently?' },
  blocked: { title: 'Blocked', question: 'Who can clear the way?' },
  late: { title: 'Late', question: 'A new date, a smaller target, or stop?' },
  fell: { title: 'Fell two points or more', question: 'What happened?' },
  stale: { title: 'Nobody has spoken of it', question: 'Is it still alive?' },
  wins: { title: 'Wins', question: '' },
}

export type WalkPage = { readonly kind: 'changed' | 'close' } | { readonly kind: 'stop'; readonly stop: WalkStop }

/** The walk of this day, and its pages in order: what changed, each stop, the close. */
export function useWalkStops(): { readonly walk: Walk; readonly pages: readonly WalkPage[]; readonly since: string } {
  const { snapshot, assessment, cycle, today } = useNetwork()
  const since = addDays(today, -walkEveryDays)
  const walk = useMemo(
    () => compileWalk({ assessment, graph: needGraph(snapshot, cycle?.id ?? null), moves: movesSince(snapshot, since) }),
    [assessment, snapshot, cycle, since],
  )
  const pages = useMemo(
    (): WalkPage[] => [{ kind: 'changed' }, ...walk.stops.map((stop): WalkPage => ({ kind: 'stop', stop })), { kind: 'close' }],
    [walk],
  )
  return { walk, pages, since }
}
