import type { Person } from '../entity.ts'
import { foldedName, spelledName } from '../quick-add/name-forms.ts'
import { personNamed } from '../quick-add/resolve.ts'
import { findOwner } from '../quick-add/tokens.ts'

/** Somebody who may be named in a line. */
export type LinePerson = Pick<Person, 'id' | 'name' | 'email'>

/** A name behind an @: `line.slice(start, end)`, and whom it may mean. */
export type LineOwner = { readonly start: number; readonly end: number; readonly candidates: readonly LinePerson[] }

/** Scripts whose words stand side by side without a space. */
const withoutSpaces = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]$/u
const signsBehind = /[\s.,;:!?)'’-]+$/u
/** Further signs @ before a name are hardly more. */
const mostPlaces = 8
const anyDay = { today: '1970-01-01', cycle: null, fiscalYearStartMonth: null }

type Spelling = { readonly person: LinePerson; readonly spelled: string; readonly folded: string; readonly words: number }

function spellingOf(person: LinePerson): Spelling {
  return { person, spelled: spelledName(person.name), folded: foldedName(person.name), words: person.name.trim().split(/\s+/).length }
}

type Run = { readonly length: number; readonly candidates: readonly LinePerson[] }

function runOf(length: number, found: readonly Spelling[]): Run | null {
  return found.length === 0 ? null : { length, candidates: found.map(({ person }) => person) }
}

/** The words of a run as a whole name, or as the beginning of one where they are two at least. */
function namedBy(run: string, count: number, names: readonly Spelling[]): Run | null {
  const bare = run.replace(signsBehind, '')
  const [spelled, bareSpelled] = [spelledName(run), spelledName(bare)]
  // a sign that stands alone is no part of a name that is written without it
  const folded = /[\p{L}\p{N}]\S*$/u.test(bare) ? foldedName(bare) : ''
  const by = (length: number, fits: (name: Spelling) => boolean) => runOf(length, names.filter(fits))
  return (
    by(run.length, (name) => name.spelled === spelled) ??
    by(bare.length, (name) => name.spelled === bareSpelled) ??
    (folded === '' ? null : by(bare.length, (name) => name.folded === folded)) ??
    (folded === '' || count < 2 ? null : by(bare.length, (name) => name.folded.startsWith(`${folded} `)))
  )
}

/** A name at the beginning of a text that goes on without a space. */
function runTogether(rest: string, names: readonly Spelling[]): Run | null {
  const fits = names.filter(({ person: { name } }) => withoutSpaces.test(name) && rest.startsWith(name))
  const longest = Math.max(0, ...fits.map(({ person: { name } }) => name.length))
  return runOf(
    longest,
    fits.filter(({ person: { name } }) => name.length === longest),
  )
}

/** The longest run of words that is a name of somebody here, or begins one. */
function longestRun(rest: string, names: readonly Spelling[]): Run | null {
  const most = Math.max(0, ...names.map(({ words }) => words))
  const ends = Array.from(rest.matchAll(/\S+/gu), ({ index, 0: word }) => index + word.length).slice(0, most)
  for (let count = ends.length; count > 0; count--) {
    const found = namedBy(rest.slice(0, ends[count - 1]), count, names)
    if (found) return found
  }
  return runTogether(rest, names)
}

/**
 * The first name behind an @: as many words of the line as are a name of somebody here, so that `@Zanele Dlamini call them` names two words;
 * else one word, or what stands in quotation marks, as in a quick add.
 *
 * @returns null where nothing behind an @ reads as a name; without candidates where it is nobody's
 * Cost O(people · words of the longest name). Spec: WA60, WA64, WA67.
 */
export function ownerIn(line: string, people: readonly LinePerson[]): LineOwner | null {
  const found = findOwner(line, anyDay)
  const names = people.map(spellingOf)
  const places = Array.from(line.matchAll(/(?<!\S)@(?=[^\s"[@])/gu), ({ index }) => index).filter((at) => !found || at <= found.start)
  for (const at of places.slice(0, mostPlaces)) {
    const run = longestRun(line.slice(at + 1), names)
    if (run) return { start: at, end: at + 1 + run.length, candidates: run.candidates }
  }
  return found && { start: found.start, end: found.end, candidates: personNamed(people, found.says.owner ?? '').candidates }
}

/**
 * Whom a name means: the only one whom it fits, or who was chosen among people whose names are spelled alike.
 *
 * Cost O(candidates).
 */
export function ownerMeant(candidates: readonly LinePerson[], chosenId: string | null): LinePerson | null {
  const [first, ...others] = candidates
  if (!first || others.length === 0) return first ?? null
  const areAlike = others.every(({ name }) => spelledName(name) === spelledName(first.name))
  return (areAlike && candidates.find(({ id }) => id === chosenId)) || null
}
