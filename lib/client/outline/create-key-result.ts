import { call, type CommandCall } from '../../domain/command/registry.ts'
import type { Cycle } from '../../domain/entity.ts'
import { asId, type Id } from '../../domain/ids.ts'
import { listOf, type Snapshot } from '../../domain/snapshot.ts'
import { freshId } from '../fresh-id.ts'
import { type QuickLine, readLine } from '../quick-line.ts'
import { type Created, type Place, rankIn } from './create.ts'

type Around = { readonly snapshot: Snapshot; readonly cycle: Cycle | null; readonly today: string }

/** The person that a name means: the same name, else a first name or the start of one. Otherwise a new person. */
export function personFor(snapshot: Snapshot, name: string | null): { id: Id<'person'> | null; calls: CommandCall[] } {
  if (name === null) return { id: null, calls: [] }
  const word = name.toLowerCase()
  const people = listOf(snapshot, 'person')
  const known = people.find((each) => each.name.toLowerCase() === word) ?? people.find((each) => each.name.toLowerCase().split(/\s+/).includes(word)) ?? people.find((each) => each.name.toLowerCase().startsWith(word))
  if (known) return { id: known.id, calls: [] }
  const id = freshId('person')
  return { id, calls: [call('person.create', { id, name: name[0]?.toUpperCase() + name.slice(1) })] }
}

/** The commands that make a key result out of a line that was read. */
export function keyResultCalls(snapshot: Snapshot, line: QuickLine, objectiveId: string, rank: number | undefined): Created {
  const owner = personFor(snapshot, line.owner)
  const id = freshId('keyResult')
  const input = { id, objectiveId: asId<'objective'>(objectiveId), title: line.title, metric: line.metric, dueOn: line.dueOn, ownerId: owner.id }
  return { id, calls: [...owner.calls, call('keyResult.create', rank === undefined ? input : { ...input, rank })] }
}

/** A new key result out of one typed line, at its place. Null where the line has no title. */
export function createKeyResult(around: Around, place: Place, text: string): Created | null {
  const line = readLine(text, around.today)
  if (line.title === '' || place.parentId === null) return null
  return keyResultCalls(around.snapshot, line, place.parentId, rankIn(around, place))
}
