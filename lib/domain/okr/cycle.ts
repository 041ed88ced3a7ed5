import type { Cycle } from '../entity.ts'
import { listOf, type Snapshot } from '../snapshot.ts'

function contains({ startsOn, endsOn }: Cycle, today: string): boolean {
  return startsOn <= today && today <= endsOn
}

/** The cycle that is in draft or planning and starts first; null where none is. Cost O(n log n). Spec: OKR38. */
export function draftCycle(snapshot: Snapshot): Cycle | null {
  const drafts = listOf(snapshot, 'cycle').filter(({ phase }) => phase === 'draft' || phase === 'planning')
  return drafts.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0] ?? null
}

/**
 * The cycle that a screen shows unless told otherwise: the active one that today lies in, else any active one, else the one
 * that today lies in, else the next to start, else the last that ended. The first in the list wins a tie.
 *
 * @returns null where the network has no cycle
 * Cost O(n log n). Spec: OKR37.
 */
export function currentCycle(snapshot: Snapshot, today: string): Cycle | null {
  const cycles = listOf(snapshot, 'cycle')
  const active = cycles.filter(({ phase }) => phase === 'active')
  const chosen = active.find((cycle) => contains(cycle, today)) ?? active[0] ?? cycles.find((cycle) => contains(cycle, today))
  if (chosen) return chosen
  const next = cycles.filter(({ startsOn }) => startsOn > today).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0]
  return next ?? cycles.sort((a, b) => (a.endsOn > b.endsOn ? -1 : 1))[0] ?? null
}
