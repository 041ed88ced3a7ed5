import type { Ritual } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import type { Snapshot } from '../../snapshot.ts'
import { type AgendaSection, agendaSections } from '../../vocabulary.ts'
import { baseOf, type LastWalk, walkedKeyResults } from './base.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { changesFrom, type WalkChanges } from './changes.ts'
import type { Compiler } from './compiler.ts'
import { stopSentence } from './sentence.ts'
import { waitingIn } from './waiting.ts'

export type Stop = Ritual['agenda'][number]

/** A meeting of half an hour stops so often, wins apart. */
export const mostStops = 12
/** As many of those that are left are frozen with it: enough to go on with, and a record that stays small. */
export const mostLeft = 12

export type Agenda = {
  /** at most 12, in the order of the walk; wins are not among them */
  readonly stops: readonly Stop[]
  /** one for each area that has one, for the sweep */
  readonly wins: readonly Stop[]
  /** called for, and beyond the 12: one key away; at most 12 of them are kept */
  readonly left: readonly Stop[]
  /** stops, wins and what is left, as `ritual.open` takes it; `partsOf` tells them apart again */
  readonly agenda: Stop[]
  /** how many are left of each section, those that are not kept too; sections without one are missing */
  readonly leftBySection: Partial<Record<AgendaSection, number>>
  /** key results of which no section speaks */
  readonly expected: number
  readonly changes: WalkChanges
}

type Since = Pick<LastWalk, 'previous'> & { readonly losses?: ReadonlyMap<string, number> }

const unmeasured: ReadonlyMap<string, number> = new Map()

function found(start: Omit<Compiler, 'spoken'>): Candidate[] {
  const spoken = new Set<string>()
  return agendaSections.flatMap((section) => {
    const candidates = candidatesOf({ ...start, spoken }, section)
    for (const { keyResultId } of candidates) if (keyResultId !== null) spoken.add(keyResultId)
    return candidates
  })
}

function stopOf(compiler: Compiler, candidate: Candidate, at: number): Stop {
  const { section, subject, about, nodeId, areaId } = candidate
  return { id: `s${at + 1}`, section, subject, about, nodeId, areaId, sentence: stopSentence(compiler, candidate), seenAt: null, seconds: null }
}

/** The parts of a frozen agenda: the first twelve stops, the wins, and what was left. Cost O(stops). Spec: WA32, WA33. */
export function partsOf(agenda: readonly Stop[]): Pick<Agenda, 'stops' | 'wins' | 'left'> {
  const called = agenda.filter(({ section }) => section !== 'wins')
  return { stops: called.slice(0, mostStops), wins: agenda.filter(({ section }) => section === 'wins'), left: called.slice(mostStops) }
}

/**
 * Compiles a walk: broken and late promises, what is said to be on track and is not, what fell, what nobody has spoken of, asks without an
 * answer, health metrics that are not green, and one win for each area. A key result is spoken of in one section. The order does not depend
 * on the order of the tables.
 *
 * @param before the network as the last walk left it; null where there is none
 * @param assessment of today, and of the cycle that is walked
 * @param last the last walk; null compares with a week ago; and what the goal loses without each key result, as far as that is measured
 * Cost O(records + stops · (key results + needs)). Spec: WA1-WA37.
 */
export function compileAgenda(snapshot: Snapshot, before: Snapshot | null, assessment: Assessment, { previous, losses = unmeasured }: Since): Agenda {
  const base = baseOf(snapshot, assessment, { before, previous })
  const start = { snapshot, assessment, base, losses, waiting: waitingIn(assessment) }
  const candidates = found(start)
  const called = candidates.filter(({ section }) => section !== 'wins')
  const won = candidates.filter(({ section }) => section === 'wins')
  const kept = [...called.slice(0, mostStops), ...won, ...called.slice(mostStops, mostStops + mostLeft)]
  const agenda = kept.map((candidate, at) => stopOf({ ...start, spoken: new Set() }, candidate, at))
  const left = called.slice(mostStops)
  const spoken = new Set(candidates.flatMap(({ keyResultId }) => keyResultId ?? []))
  return {
    ...partsOf(agenda),
    agenda,
    leftBySection: Object.fromEntries(
      agendaSections.flatMap((section) => {
        const count = left.filter((each) => each.section === section).length
        return count === 0 ? [] : [[section, count]]
      }),
    ),
    expected: walkedKeyResults(assessment).filter(({ id }) => !spoken.has(id)).length,
    changes: changesFrom(snapshot, assessment, { before, base }),
  }
}
