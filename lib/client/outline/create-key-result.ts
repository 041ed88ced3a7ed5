import { type CommandCall, call } from '../../domain/command/call.ts'
import type { Cycle } from '../../domain/entity.ts'
import { asId, type Id } from '../../domain/ids.ts'
import type { KeyResultDraft, QuickAddContext } from '../../domain/quick-add/draft.ts'
import { parseQuickAdd } from '../../domain/quick-add/quick-add.ts'
import { resolvePerson } from '../../domain/quick-add/resolve.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { freshId } from '../fresh-id.ts'
import { type Created, createRecord, type Place, rankIn } from './create.ts'

type Around = { readonly snapshot: Snapshot; readonly cycle: Cycle | null; readonly today: string }
type Line = Omit<KeyResultDraft, 'spans' | 'node'>
type KeyResultPlace = { readonly objectiveId: string; readonly rank?: number /** a new one where it is left out */; readonly id?: string }

/** People that a batch makes, by the name as typed, so that a name that occurs twice is one person. */
export type NewPeople = Map<string, Id<'person'>>

/** The person that a name means; a new one where nobody fits or several do. */
export function personFor(snapshot: Snapshot, name: string | null, made: NewPeople): { id: Id<'person'> | null; calls: CommandCall[] } {
  if (name === null) return { id: null, calls: [] }
  const known = resolvePerson(snapshot, name).match?.id ?? made.get(name.toLowerCase())
  if (known) return { id: known, calls: [] }
  const id = freshId('person')
  made.set(name.toLowerCase(), id)
  return { id, calls: [call('person.create', { id, name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` })] }
}

/** The commands that make a key result out of a line that was read. */
export function keyResultCalls(snapshot: Snapshot, line: Line, at: KeyResultPlace, made: NewPeople = new Map()): Created {
  const owner = personFor(snapshot, line.owner, made)
  const id = at.id === undefined ? freshId('keyResult') : asId<'keyResult'>(at.id)
  const { title, metric, dueOn, weight, confidence } = line
  const input = {
    id,
    objectiveId: asId<'objective'>(at.objectiveId),
    title: title.slice(0, 500),
    metric,
    dueOn,
    weight,
    confidence,
    ownerId: owner.id,
  }
  return { id, calls: [...owner.calls, call('keyResult.create', at.rank === undefined ? input : { ...input, rank: at.rank })] }
}

/** A new key result out of one typed line, at its place. Null where the line has no title. */
export function createKeyResult(around: Around, place: Place, text: string, context: QuickAddContext): Created | null {
  const line = parseQuickAdd(text, context)
  if (line.title === '' || place.parentId === null) return null
  return keyResultCalls(around.snapshot, line, { objectiveId: place.parentId, rank: rankIn(around, place) })
}

/** The first key result of a node out of one typed line, with an objective around it that can be named later. */
export function createFirstKeyResult(
  around: Around,
  nodeId: string,
  text: string,
  context: QuickAddContext,
): (Created & { readonly objectiveId: string }) | null {
  const objective = createRecord(around, { kind: 'objective', parentId: nodeId, afterId: null }, 'Untitled objective')
  const made = objective && createKeyResult(around, { kind: 'kr', parentId: objective.id, afterId: null }, text, context)
  return made && { id: made.id, objectiveId: objective.id, calls: [...objective.calls, ...made.calls] }
}
