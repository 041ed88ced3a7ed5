import type { AnyEntity, Ritual } from '../../entity.ts'
import { find, nameOf, type Snapshot } from '../../snapshot.ts'
import { aboutOf } from './minutes-entries.ts'
import type { OutputEntry, RitualOutput } from './output.ts'

type About = NonNullable<OutputEntry['about']>

function nameNow(snapshot: Snapshot, { entity, id }: About): string | null {
  const need = entity === 'dependency' ? find(snapshot, 'dependency', id) : undefined
  if (need && need.what === '') return find(snapshot, 'keyResult', need.consumerKeyResultId)?.title ?? null
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return record ? nameOf(record) : null
}

/**
 * What an entry of a session speaks of: its name of now; where it is gone, the one by which the frozen agenda calls it.
 *
 * @returns null where it speaks of nothing that has a name
 * Cost O(stops). Spec: MN16.
 */
export function subjectName(snapshot: Snapshot, { agenda }: Pick<Ritual, 'agenda'>, about: OutputEntry['about']): string | null {
  if (!about || about.entity === 'network' || about.entity === 'ritualItem') return null
  const name = nameNow(snapshot, about)
  if (name !== null) return name
  const stop = agenda.find((each) => each.subject === about.entity && each.about === about.id)
  return /“([^”]+)”/.exec(stop?.sentence ?? '')?.[1] ?? null
}

/** The name, unless the words name it already or the whole session is of it. */
function unsaid(snapshot: Snapshot, ritual: Ritual, { about, text }: Pick<OutputEntry, 'about' | 'text'>): string | null {
  const name = about?.id === ritual.nodeId ? null : subjectName(snapshot, ritual, about)
  return name === null || text.includes(name) ? null : name
}

/**
 * An output whose entries and days say what they are about, where their words do not.
 *
 * Cost O(entries · stops). Spec: MN16.
 */
export function withSubjects(snapshot: Snapshot, ritual: Ritual, output: RitualOutput): RitualOutput {
  const named = (entry: OutputEntry): OutputEntry => {
    const on = unsaid(snapshot, ritual, entry)
    return on === null ? entry : { ...entry, on }
  }
  return {
    ...output,
    sections: output.sections.map((section) => (section.entries ? { ...section, entries: section.entries.map(named) } : section)),
    calendar: output.calendar.map((day) => {
      const item = find(snapshot, 'ritualItem', day.id)
      const on = item ? unsaid(snapshot, ritual, { about: aboutOf(item), text: `${day.title} ${day.text}` }) : null
      return on === null ? day : { ...day, text: `On “${on}”.\n${day.text}` }
    }),
  }
}
