import { nameless } from '../../../lib/domain/people/pseudonym.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** Who made a change, as it is told: the name, and by what, where it was no hand on this page. */
export type Actor = {
  /** the person of the network; null where a program acted by itself */
  readonly personId: string | null
  readonly name: string
  /** such as “by a token”; empty where the person did it */
  readonly by: string
}

const programs: Readonly<Record<string, string>> = { cli: 'The command line', anonymous: 'Somebody without an account', system: 'Weft' }

/** Whether a program acted by itself, and nobody. */
export function isProgram(actor: string): boolean {
  return actor in programs
}

/** The actor of the log in words. Somebody who was erased is told by the pseudonym; somebody who is not in the network any more, by none. */
export function actorOf(snapshot: Snapshot, actor: string): Actor {
  const program = programs[actor]
  if (program !== undefined) return { personId: null, name: program, by: '' }
  const [personId = '', through] = actor.split('/')
  const name = find(snapshot, 'person', personId)?.name ?? nameless
  if (through === undefined) return { personId, name, by: '' }
  return { personId, name, by: through === 'join' ? 'by joining' : 'by a token' }
}

/** The people of the network by name, and the program: who can be asked for. */
export function actorOptions(snapshot: Snapshot): readonly { readonly id: string; readonly label: string }[] {
  const people = [...snapshot.tables.person.values()]
    .filter(({ isPlaceholder }) => !isPlaceholder)
    .map(({ id, name }) => ({ id: String(id), label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
  return [...people, { id: 'cli', label: programs['cli'] ?? '' }]
}
