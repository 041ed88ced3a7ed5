import type { Presence } from '../../contract/presence.ts'
import { latestFirst } from '../../domain/time.ts'
import type { FieldPlace } from './state.ts'

/** Somebody else who is here, with every window of theirs, the one that moved last first. */
export type Companion = { readonly personId: string; readonly name: string; readonly windows: readonly [Presence, ...Presence[]] }

function byName(a: Companion, b: Companion): number {
  return a.name.localeCompare(b.name) || (a.personId < b.personId ? -1 : 1)
}

/** Who else is here, by name; one entry for each person, whatever the number of windows. Oneself is left out. */
export function companionsOf(people: readonly Presence[], ownPersonId: string | null): readonly Companion[] {
  const windowsByPerson = Map.groupBy(
    people.filter(({ personId }) => personId !== ownPersonId),
    ({ personId }) => personId,
  )
  return [...windowsByPerson].map(([personId, windows]) => companion(personId, windows)).toSorted(byName)
}

function companion(personId: string, windows: readonly Presence[]): Companion {
  const [latest, ...older] = windows.toSorted(latestFirst)
  if (!latest) throw new Error('a person who is here has a window')
  return { personId, name: latest.name, windows: [latest, ...older] }
}

export function keyOfField({ entity, id, field }: FieldPlace): string {
  return `${entity}:${id}:${field}`
}

/** Who else has which field open: the names, by the key of the field. */
export function editorsByField(people: readonly Presence[], ownPersonId: string | null): ReadonlyMap<string, readonly string[]> {
  const editors = new Map<string, string[]>()
  for (const { personId, name, editing } of people) {
    if (personId === ownPersonId || !editing) continue
    const key = keyOfField(editing)
    const names = editors.get(key) ?? []
    if (!names.includes(name)) editors.set(key, [...names, name])
  }
  return editors
}

/** The first letters of the first and the last part of a name. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase() || '?'
}

/** Colours for people, of the tokens that pass contrast as text on the background: the same person has the same one everywhere. */
export const personTones = ['customer', 'brand', 'innovation', 'operational', 'teal', 'violet', 'rust', 'slate'] as const

export function toneOfPerson(personId: string): (typeof personTones)[number] {
  let hash = 0
  for (const letter of personId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return personTones[hash % personTones.length] ?? 'slate'
}
