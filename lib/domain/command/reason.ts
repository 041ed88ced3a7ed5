import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type Reason } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { mayReword } from '../own-word.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'
import { requireRevision } from './mark.ts'

const { shape } = entitySchemas.reason

function requireMayExplain(snapshot: Snapshot, record: Reason, { who, now }: CommandContext): void {
  requireMay(snapshot, who, { entity: 'reason', record }, todayIn(snapshot, now))
}

/** A reason is somebody's word: others add theirs in a comment. @throws DomainError FORBIDDEN, which says whose it is */
function requireMayReword(snapshot: Snapshot, { id, personId }: Reason, { who }: CommandContext): void {
  if (mayReword(who, personId)) return
  const name = find(snapshot, 'person', personId)?.name ?? 'Somebody'
  const remedy = 'Ask them, an editor or an owner of the network to change it.'
  throw new DomainError('FORBIDDEN', `${name} has said already why this was changed. ${remedy}`, { entity: 'reason', id, personId })
}

/** The reason that a change set has; there are few reasons beside changes, so they are looked through. */
function reasonOf(snapshot: Snapshot, revision: number): Reason | undefined {
  for (const reason of snapshot.tables.reason.values()) if (reason.revision === revision) return reason
  return undefined
}

/** Says why a change set was made. A change set has one reason: a second one of the same person takes its place. Spec: HI14. */
export const setReason = command({
  input: z.strictObject({ id: shape.id, revision: shape.revision, kind: shape.kind, text: shape.text }),
  decide: (snapshot, { id, revision, kind, text }, ctx): Change[] => {
    requireRevision(snapshot, revision)
    const personId = ctx.who.personId === null ? null : asId<'person'>(ctx.who.personId)
    const said = { kind, text, personId, at: ctx.now }
    const known = reasonOf(snapshot, revision)
    const after: Reason = known ? { ...known, ...said } : { id, revision, rank: nextRank(snapshot, 'reason'), ...said }
    requireMayExplain(snapshot, after, ctx)
    if (known && known.kind === kind && known.text === text) return []
    if (known) requireMayReword(snapshot, known, ctx)
    if (!known && find(snapshot, 'reason', id))
      throw new DomainError('ID_TAKEN', `There is already a reason with the id “${id}”.`, { entity: 'reason', id })
    const change = known ? diff('reason', known, after) : ({ entity: 'reason', id, before: null, after } as const)
    return change ? [change] : []
  },
})

/** Takes a reason back. */
export const clearReason = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx): Change[] => {
    const before = get(snapshot, 'reason', id)
    requireMayExplain(snapshot, before, ctx)
    requireMayReword(snapshot, before, ctx)
    return [{ entity: 'reason', id, before, after: null }]
  },
})
