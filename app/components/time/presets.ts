import type { Moment } from '../../../lib/client/moment.ts'
import type { Days } from '../../../lib/client/network/days.ts'
import type { Scenery } from '../../../lib/client/network/use-travel.ts'
import type { Cycle, Mark } from '../../../lib/domain/entity.ts'
import { listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { addDays } from '../../../lib/domain/time.ts'
import type { PresetId } from './actions.ts'

export type Preset = { readonly id: PresetId; readonly words: string; readonly moment: Moment }

/** The named snapshots, oldest first. */
export function namedSnapshots(present: Snapshot): readonly Mark[] {
  return listOf(present, 'mark').toSorted((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1))
}

export function markMoment({ revision }: Mark): Moment {
  return { kind: 'revision', revision }
}

type Given = { readonly present: Snapshot; readonly shown: Scenery; readonly cycle: Cycle | null; readonly days: Days | null }

function dayMoment(day: string): Moment {
  return { kind: 'day', day }
}

/** What a moment is compared with by one press; only what lies before it and after the beginning. */
export function presetsFor({ present, shown, cycle, days }: Given): readonly Preset[] {
  const firstDay = days?.days[0]?.day ?? shown.day
  const before = namedSnapshots(present).filter(({ revision }) => revision < shown.snapshot.revision)
  const [last, baseline] = [before.at(-1), before.findLast(({ kind }) => kind === 'baseline')]
  const week = addDays(shown.day, -7)
  const all = [
    week >= firstDay ? { id: 'week' as const, words: 'a week before', moment: dayMoment(week) } : null,
    last ? { id: 'mark' as const, words: last.name, moment: markMoment(last) } : null,
    baseline ? { id: 'baseline' as const, words: baseline.name, moment: markMoment(baseline) } : null,
    cycle && cycle.startsOn >= firstDay && cycle.startsOn < shown.day
      ? { id: 'cycle' as const, words: `the start of ${cycle.name}`, moment: dayMoment(cycle.startsOn) }
      : null,
  ]
  return all.filter((preset) => preset !== null)
}

/** With what a moment is compared where nobody says: the last named snapshot, else a week before, else the beginning. */
export function usualPreset(presets: readonly Preset[], days: Days | null): Moment {
  const usual = presets.find(({ id }) => id === 'mark') ?? presets.find(({ id }) => id === 'week')
  const first = days?.days[0]
  return usual?.moment ?? (days && days.days.length > 1 && first ? dayMoment(first.day) : { kind: 'revision', revision: 1 })
}

/** The named snapshot before or after a revision; null where there is none. */
export function neighbourMark(marks: readonly Mark[], revision: number, by: 1 | -1): Mark | null {
  const found = by === 1 ? marks.find((mark) => mark.revision > revision) : marks.findLast((mark) => mark.revision < revision)
  return found ?? null
}
