import type { Cycle, Node, Person } from '../entity.ts'
import { listOf, networkOf, referring, type Snapshot } from '../snapshot.ts'
import type { QuickAddContext } from './draft.ts'
import { foldedName, spelledName } from './name-forms.ts'

/** What a name may mean: one record where it is clear, else those among which a person can choose. */
export type Resolved<T> = {
  readonly match: T | null
  /** the records that fit best, in list order; holds the match where there is one */
  readonly candidates: readonly T[]
}

function initials(name: string): string {
  return foldedName(name)
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
}

/** How well a name fits: as it is spelled, whole, first word, initials, beginning, beginning of any word; lower is better. */
function likeness(name: string, { spelled, folded }: Wanted): number | null {
  if (spelledName(name) === spelled) return 0
  const own = foldedName(name)
  if (folded === '') return null
  if (own === folded) return 1
  if (own.split(' ')[0] === folded) return 2
  if (folded.length > 1 && initials(name) === folded) return 3
  if (own.startsWith(folded)) return 4
  return ` ${own}`.includes(` ${folded}`) ? 5 : null
}

type Wanted = { readonly spelled: string; readonly folded: string }

function best<T>(records: readonly T[], text: string, namesOf: (record: T) => readonly (string | null)[]): Resolved<T> {
  const wanted = { spelled: spelledName(text), folded: foldedName(text) }
  if (wanted.spelled === '') return { match: null, candidates: [] }
  const fits = records.flatMap((record) => {
    const scores = namesOf(record).flatMap((name) => (name === null ? [] : (likeness(name, wanted) ?? [])))
    return scores.length > 0 ? [{ record, score: Math.min(...scores) }] : []
  })
  const lowest = Math.min(...fits.map(({ score }) => score))
  const candidates = fits.filter(({ score }) => score === lowest).map(({ record }) => record)
  return { match: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates }
}

/**
 * The person that a name means: full name, first name, initials, the part of the e-mail address before the @, or a beginning.
 *
 * @param name as written behind @, accents and case do not matter
 * Cost O(people).
 */
export function resolvePerson(snapshot: Snapshot, name: string): Resolved<Person> {
  return personNamed(listOf(snapshot, 'person'), name)
}

/** The same among people who are at hand. Cost O(people). */
export function personNamed<P extends Pick<Person, 'name' | 'email'>>(people: readonly P[], name: string): Resolved<P> {
  return best(people, name, (person) => [person.name, person.email?.split('@')[0] ?? null])
}

/**
 * The node that a name means. Where no node fits, the nodes of the area that does are the candidates.
 *
 * @param name as written behind !
 * Cost O(nodes).
 */
export function resolveNode(snapshot: Snapshot, name: string): Resolved<Node> {
  const found = best(listOf(snapshot, 'node'), name, (node) => [node.name])
  if (found.candidates.length > 0) return found
  const { match: area } = best(listOf(snapshot, 'area'), name, ({ name: own, kind }) => [own, kind])
  const candidates = area ? referring(snapshot, 'node', 'areaId', area.id) : []
  return { match: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates }
}

/**
 * The cycle for which people write on a day: the active one of that day, else any of that day, else the next to start, else the last.
 *
 * Cost O(cycles).
 */
export function cycleOn(snapshot: Snapshot, today: string): Cycle | null {
  const cycles = listOf(snapshot, 'cycle').sort((a, b) => (a.startsOn === b.startsOn ? 0 : a.startsOn < b.startsOn ? -1 : 1))
  const running = cycles.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  return running.find(({ phase }) => phase === 'active') ?? running[0] ?? cycles.find(({ startsOn }) => startsOn > today) ?? cycles.at(-1) ?? null
}

/**
 * What a line is read against in a network.
 *
 * @param today day in the network's time zone, `YYYY-MM-DD`
 * @param cycle the cycle that is worked on; `cycleOn` by default
 * Cost O(cycles).
 */
export function quickAddContext(snapshot: Snapshot, today: string, cycle: Cycle | null = cycleOn(snapshot, today)): QuickAddContext {
  return {
    today,
    cycle: cycle && { startsOn: cycle.startsOn, endsOn: cycle.endsOn },
    fiscalYearStartMonth: networkOf(snapshot).fiscalYearStartMonth,
  }
}
