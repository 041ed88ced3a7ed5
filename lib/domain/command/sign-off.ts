import { z } from 'zod'
import { speaksFor } from '../access.ts'
import type { Change } from '../change.ts'
import { entitySchemas, type SignOff } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { requireOpen } from '../ritual/phases.ts'
import { requireRules } from '../rules.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.signOff

function requireSpeaker(snapshot: Snapshot, { nodeId, id }: Pick<SignOff, 'nodeId' | 'id'>, { who, now }: CommandContext): void {
  if (speaksFor(snapshot, who, nodeId, todayIn(snapshot, now))) return
  const { name } = get(snapshot, 'node', nodeId)
  throw new DomainError('FORBIDDEN', `Who leads “${name}” signs for it. Ask a lead, or an editor where there is none.`, { entity: 'signOff', id })
}

/** Stands for what a node has planned; each node is signed once. Spec: RI13. */
export const createSignOff = command({
  input: z.strictObject({ id: shape.id, ritualId: shape.ritualId, nodeId: shape.nodeId, note: shape.note }),
  decide: (snapshot, input, ctx): Change[] => {
    if (find(snapshot, 'signOff', input.id))
      throw new DomainError('ID_TAKEN', `There is already a signature with the id “${input.id}”.`, { entity: 'signOff', id: input.id })
    requireOpen(snapshot, input.ritualId)
    const { personId } = ctx.who
    const made = { personId: personId === null ? null : asId<'person'>(personId), at: ctx.now }
    const record: SignOff = { ...input, rank: nextRank(snapshot, 'signOff'), ...made }
    requireRules('signOff', record, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireSpeaker(snapshot, record, ctx)
    const known = referring(snapshot, 'signOff', 'ritualId', input.ritualId).some(({ nodeId }) => nodeId === input.nodeId)
    return known ? [] : [{ entity: 'signOff', id: record.id, before: null, after: record }]
  },
})

/** Takes a signature back while the ritual is open. Spec: RI13. */
export const deleteSignOff = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx): Change[] => {
    const before = get(snapshot, 'signOff', id)
    requireOpen(snapshot, before.ritualId)
    requireSpeaker(snapshot, before, ctx)
    return [{ entity: 'signOff', id, before, after: null }]
  },
})
