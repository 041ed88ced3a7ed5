import type { Ritual } from '../../../../lib/domain/entity.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { type Agenda, compileAgenda } from '../../../../lib/domain/ritual/walk/agenda.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../../sketch.ts'

export const [today, lastWeek] = ['2027-02-08', '2027-02-01']
export const percent = { kind: 'increase', baseline: 0, target: 100, current: 50 }

type Loose = Readonly<Record<string, unknown>>
type More = Parameters<typeof needsNetwork>[2]

/** Key results of which each has a check-in of yesterday, so that silence is none of them, unless its check-ins are given. */
export function walkNetwork(
  keyResults: Record<string, SketchedKeyResult>,
  needs: readonly SketchedNeed[] = [],
  { checkIns = {}, ...more }: More & { readonly checkIns?: Readonly<Record<string, readonly Loose[]>> } = {},
): Snapshot {
  const fresh = Object.keys(keyResults).filter((id) => checkIns[id] === undefined)
  const all = [
    ...fresh.map((keyResultId) => ({ keyResultId, at: '2027-02-07T09:00:00Z' })),
    ...Object.entries(checkIns).flatMap(([keyResultId, list]) => list.map((fields) => ({ keyResultId, ...fields }))),
  ]
  return needsNetwork(keyResults, needs, { ...more, checkIn: all.map((fields, at) => ({ id: `c${at}`, ...fields })) })
}

export type Last = {
  readonly before?: Snapshot | null
  readonly previous?: Ritual | null
  readonly cycleId?: string | null
  readonly losses?: ReadonlyMap<string, number>
}

export function agendaOf(snapshot: Snapshot, { before = null, previous = null, cycleId = 'q', losses = new Map() }: Last = {}): Agenda {
  return compileAgenda(snapshot, before, assess(snapshot, { today, cycleId }), { previous, losses })
}

/** `promises d1`: what an agenda stops at, in order. */
export function told(stops: Agenda['agenda'] | Agenda['stops']): string[] {
  return stops.map(({ section, about }) => `${section} ${about}`)
}
