import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type Mark } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.mark

/** @throws DomainError REVISION_UNKNOWN where the network has not come that far */
export function requireRevision(snapshot: Snapshot, revision: number): void {
  if (revision <= snapshot.revision) return
  throw new DomainError('REVISION_UNKNOWN', `The network is at revision ${snapshot.revision}; there is no ${revision} yet.`, { revision })
}

function requireMayMark(snapshot: Snapshot, record: Mark, { who, now }: CommandContext): void {
  requireMay(snapshot, who, { entity: 'mark', record }, todayIn(snapshot, now))
}

/** Gives a revision a name, such as “Baseline Q1”: a moment to come back to and to compare with. Spec: HI13. */
export const createMark = command({
  input: z.strictObject({ id: shape.id, name: shape.name, kind: shape.kind, revision: shape.revision, at: shape.at, note: shape.note }),
  decide: (snapshot, input, ctx): Change[] => {
    const { personId } = ctx.who
    const mark: Mark = { ...input, rank: nextRank(snapshot, 'mark'), personId: personId === null ? null : asId(personId) }
    if (find(snapshot, 'mark', mark.id))
      throw new DomainError('ID_TAKEN', `There is already a named snapshot with the id “${mark.id}”.`, { entity: 'mark', id: mark.id })
    requireRevision(snapshot, mark.revision)
    requireMayMark(snapshot, mark, ctx)
    return [{ entity: 'mark', id: mark.id, before: null, after: mark }]
  },
})

/** Names a moment otherwise. The moment itself stays what it is. */
export const updateMark = command({
  input: z.strictObject({
    id: shape.id,
    set: z.strictObject({ name: shape.name.optional(), kind: shape.kind.optional(), note: shape.note.unwrap().optional() }),
  }),
  decide: (snapshot, { id, set }, ctx): Change[] => {
    const before = get(snapshot, 'mark', id)
    requireMayMark(snapshot, before, ctx)
    const { name = before.name, kind = before.kind, note = before.note } = set
    const change = diff('mark', before, { ...before, name, kind, note })
    return change ? [change] : []
  },
})

/** Takes the name away; the moment stays in the history. */
export const deleteMark = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx): Change[] => {
    const before = get(snapshot, 'mark', id)
    requireMayMark(snapshot, before, ctx)
    return [{ entity: 'mark', id, before, after: null }]
  },
})
