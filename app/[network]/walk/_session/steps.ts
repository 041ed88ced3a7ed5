import type { Ritual } from '../../../../lib/domain/entity.ts'
import { partsOf, type Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import type { WalkPhase } from '../../../../lib/domain/vocabulary.ts'

/** One thing that the room looks at: a phase, and within stops and sweep one stop or one area. */
export type WalkStep = { readonly key: string; readonly phase: WalkPhase; readonly place: string | null }

/** What of a chain is looked at: both directions, what lies behind (why), or who waits (so what). */
export type Lens = 'both' | 'why' | 'soWhat'

type Walked = Pick<Ritual, 'agenda' | 'place'>

/** The stops that are walked one by one: the twelve, and those beyond that the room has called up. */
export function stopsOf({ agenda, place }: Walked): readonly Stop[] {
  const { stops, left } = partsOf(agenda)
  const here = readPlace(place).id
  return [...stops, ...left.filter(({ id, seenAt }) => id === here || seenAt !== null)]
}

/** The first stop beyond the twelve that nobody has called up yet. */
export function nextBeyond({ agenda, place }: Walked): Stop | null {
  const shown = new Set(stopsOf({ agenda, place }).map(({ id }) => id))
  return partsOf(agenda).left.find(({ id }) => !shown.has(id)) ?? null
}

function step(phase: WalkPhase, place: string | null = null): WalkStep {
  return { key: place === null ? phase : `${phase}:${place}`, phase, place }
}

/** Everything that a walk goes through, in order. A phase without anything to look at is left out. */
export function stepsOf(ritual: Walked, areaIds: readonly string[]): readonly WalkStep[] {
  return [
    step('actions'),
    step('changed'),
    ...stopsOf(ritual).map(({ id }) => step('stops', id)),
    ...areaIds.map((id) => step('sweep', id)),
    step('close'),
  ]
}

const lenses: readonly Lens[] = ['why', 'soWhat']

/** Reads a place as the record of a walk keeps it: a stop or an area, and where it looks. */
export function readPlace(place: string | null): { readonly id: string | null; readonly lens: Lens } {
  const lens = lenses.find((each) => place?.endsWith(` ${each}`))
  if (place === null || lens === undefined) return { id: place, lens: 'both' }
  return { id: place.slice(0, -lens.length - 1), lens }
}

export function writePlace(id: string | null, lens: Lens): string | null {
  return id === null || lens === 'both' ? id : `${id} ${lens}`
}

/** Where a walk stands: the step of its record, else the first of its phase, else the first of all. */
export function stepAt(steps: readonly WalkStep[], { phase, place }: { readonly phase: string; readonly place: string | null }): number {
  const { id } = readPlace(place)
  const same = steps.findIndex((each) => each.phase === phase && each.place === id)
  if (same >= 0) return same
  const first = steps.findIndex((each) => each.phase === phase)
  if (first >= 0) return first
  return phase === 'stops' || phase === 'sweep' ? Math.max(0, steps.length - 1) : 0
}

const minutes = 60

/** The seconds that are meant for a step; a stop has its own. The whole walk stays within half an hour. */
export function secondsFor(step: WalkStep, steps: readonly WalkStep[], meant: ReadonlyMap<string, number>): number {
  if (step.phase === 'stops') return meant.get(step.place ?? '') ?? 1.5 * minutes
  const areas = steps.filter(({ phase }) => phase === 'sweep').length
  if (step.phase === 'sweep') return Math.max(20, Math.floor((3 * minutes) / areas))
  return 2 * minutes
}

/**
 * The agenda with one stop taken n-th of those that are still ahead, itself among them: 1 is now, 3 is after the next two.
 * What has been walked stays where it is.
 */
export function withPriority(agenda: readonly Stop[], stopId: string, priority: number): Stop[] {
  const at = agenda.findIndex(({ id }) => id === stopId)
  const moved = agenda[at]
  if (!moved) return [...agenda]
  const rest = agenda.filter(({ id }) => id !== stopId)
  const most = rest.findLastIndex(({ section }) => section !== 'wins') + 1
  const to = Math.max(at, Math.min(most, at + priority - 1))
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
