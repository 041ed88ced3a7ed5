import { ask, type Steps, tell } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { type Change, isSame, reverseAll, valueAt } from '../domain/change.ts'
import type { Touch } from '../domain/command/command.ts'
import type { AnyEntity } from '../domain/entity.ts'
import { DomainError } from '../domain/error.ts'
import type { EntityName } from '../domain/ids.ts'
import { othersNodes } from '../domain/others-nodes.ts'
import { todayIn } from '../domain/own-nodes.ts'
import { applyChanges, find, makeSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { summarise, summaryTemplate, tellSummary } from '../domain/summary.ts'
import { formatInstant } from '../domain/time.ts'
import { canSign } from './access/actor.ts'
import { readSet } from './load.ts'
import { type NetworkState, touchedBy, touchedSince } from './network-state.ts'
import { announce } from './outbox/announce.ts'
import { forgetRooms } from './room/forget.ts'
import { entityOf, fieldsOf } from './rows.ts'
import type { ChangeSet, CommitContext, Committed, Decide, DecideWith, Idempotency, WriteOptions } from './store-contract.ts'
import { writeHistory, writeRecords } from './write-records.ts'

/** What every write needs beside its own input. */
export type WriteTools = {
  readonly statements: Statements
  /** makes the id of a change set */
  readonly newSetId: () => string
}

/** One write in one network: the tools, the network as it is, and who writes when. */
export type Work = WriteTools & { readonly state: NetworkState; readonly ctx: CommitContext }

/** What is to be committed: the changes, and what the log says about them. */
export type Decision = {
  readonly command: string
  readonly undoOf: string | null
  readonly changes: readonly Change[]
  /** as the log keeps it, without names of people */
  readonly summary: string
}

/** What a commit leads to: the answer, and the change set to take over once it is durable (null where nothing changed). */
export type Outcome = { readonly committed: Committed; readonly set: ChangeSet | null }

/** A command asked for changes older than the tail in memory: read them and decide again. */
class OlderHistoryNeeded extends Error {
  readonly entity: EntityName
  readonly id: string
  readonly revision: number

  constructor(entity: EntityName, id: string, revision: number) {
    super('older history is needed')
    this.entity = entity
    this.id = id
    this.revision = revision
  }
}

function holds(record: AnyEntity, fields: NonNullable<Change['after']>): boolean {
  return Object.entries(fields).every(([path, value]) => isSame(valueAt(record, path), value))
}

/** Whether a snapshot is already as a change leaves it; before and after of a change always differ. */
function isApplied(snapshot: Snapshot, { entity, id, before, after }: Change): boolean {
  const record = find(snapshot, entity, id)
  if (before === null || after === null) return (record === undefined) === (after === null)
  return record !== undefined && holds(record, after)
}

/** Puts back what deciding has advanced: until the commit is durable, everybody sees the network as it was. */
function putBack(snapshot: Snapshot, changes: readonly Change[]): void {
  const [first] = changes
  if (first && isApplied(snapshot, first)) applyChanges(snapshot, reverseAll(changes))
}

function* readPast(statements: Statements, networkId: string, { entity, id, revision }: OlderHistoryNeeded): Steps<readonly Touch[]> {
  const rows = yield* ask(statements.pastOfRecord, { networkId, entity, id, revision })
  return rows.flatMap(({ before, after, actor, at }) => {
    const paths = touchedBy([{ entity: entityOf(entity), id, before: fieldsOf(before), after: fieldsOf(after) }])
    return paths.map((path) => ({ path, by: actor, at: formatInstant(at.getTime()) }))
  })
}

/** Lets a command decide; it may look back further than memory does, which costs a question and a second run. */
function* decideWith({ statements, state, ctx }: Work, decide: Decide): Steps<Change[]> {
  const past = new Map<string, readonly Touch[]>()
  const look = (entity: EntityName, id: string, revision: number) => {
    const paths = touchedSince(state, entity, id, revision) ?? past.get(`${entity} ${id} ${revision}`)
    if (paths) return paths
    throw new OlderHistoryNeeded(entity, id, revision)
  }
  for (;;) {
    try {
      const changes = decide(state.snapshot, { actor: ctx.actor, who: ctx.who, now: ctx.now, touchedSince: look })
      putBack(state.snapshot, changes)
      return changes
    } catch (error) {
      if (!(error instanceof OlderHistoryNeeded)) throw error
      past.set(`${error.entity} ${error.id} ${error.revision}`, yield* readPast(statements, ctx.networkId, error))
    }
  }
}

/** The answer that was given under a key before, if it was. @throws DomainError KEY_REUSED where the body was another one */
export function* recall(statements: Statements, scope: string, { key, hash }: Idempotency): Steps<Committed | null> {
  const [seen] = yield* ask(statements.recall, { scope, key })
  if (!seen) return null
  if (seen.hash !== hash) throw new DomainError('KEY_REUSED', 'This Idempotency-Key was used for another request. Use a new key for a new request.')
  const { networkId, revision } = seen
  const set = seen.changeSetId === null ? null : yield* readSet(statements, networkId, { revision })
  return {
    networkId,
    revision,
    changeSetId: set?.id ?? '',
    changes: set?.changes ?? [],
    summary: set?.summary ?? summarise(makeSnapshot({}), []),
    replayed: true,
  }
}

/** A request that was answered: where its key counts, and what it led to. */
type Answered = { readonly scope: string; readonly ctx: CommitContext; readonly committed: Committed }

export function* remember(statements: Statements, { key, hash }: Idempotency, { scope, ctx, committed }: Answered): Steps<void> {
  const { revision, changeSetId } = committed
  yield* tell(statements.remember, { scope, key, hash, networkId: ctx.networkId, revision, changeSetId: changeSetId || null, at: new Date(ctx.now) })
}

/** Refuses an address that another network has. */
export function* refuseTakenSlug(statements: Statements, networkId: string, changes: readonly Change[]): Steps<void> {
  const text = changes.find(({ entity }) => entity === 'network')?.after?.['slug']
  if (typeof text !== 'string') return
  const found = yield* ask(statements.findNetwork, { text })
  if (found.some(({ id }) => id !== networkId))
    throw new DomainError('SLUG_TAKEN', `Another network has the address “${text}”. Choose another one.`, {
      slug: text,
      faults: [{ path: 'slug', message: 'is taken', remedy: 'Choose another one.' }],
    })
}

/** Writes what was decided: rows, log and the next revision, in the transaction of the caller. */
export function* write({ statements, newSetId, state, ctx }: Work, decision: Decision): Steps<Outcome> {
  const { changes } = decision
  const { networkId, actor, now: at } = ctx
  const { snapshot } = state
  const summary = tellSummary(decision.summary, snapshot, changes)
  if (changes.length === 0)
    return { committed: { networkId, revision: snapshot.revision, changeSetId: '', changes, summary, replayed: false }, set: null }
  yield* refuseTakenSlug(statements, networkId, changes)
  const othersNodeIds = othersNodes(snapshot, changes, ctx.who, todayIn(snapshot, at))
  const set: ChangeSet = { id: newSetId(), revision: snapshot.revision + 1, actor, at, othersNodeIds, ...decision, summary }
  yield* writeRecords(statements, { networkId, snapshot, changes })
  yield* tell(statements.setRevision, { networkId, revision: set.revision })
  yield* writeHistory(statements, networkId, { ...set, summary: decision.summary })
  yield* announce({ statements, ctx, snapshot, set })
  yield* forgetRooms(statements, networkId, changes)
  return { committed: { networkId, revision: set.revision, changeSetId: set.id, changes, summary, replayed: false }, set }
}

/** Every change set is somebody's: who has no person in the network cannot write there. The program itself signs as such. */
function refuseUnsigned({ who }: CommitContext): void {
  if (canSign(who)) return
  throw new DomainError('FORBIDDEN', 'You are no person of this network, so nothing can be written in your name. Join the network first.')
}

/** Gives the first answer again where the key was used before; else runs the steps and remembers their answer under it. */
export function* answerOnce(
  statements: Statements,
  ctx: CommitContext,
  { idempotency, also }: WriteOptions,
  steps: () => Steps<Outcome>,
): Steps<Outcome> {
  refuseUnsigned(ctx)
  const earlier = idempotency && (yield* recall(statements, ctx.networkId, idempotency))
  if (earlier) return { committed: earlier, set: null }
  const outcome = yield* steps()
  if (also) yield* also(statements, outcome.committed)
  if (idempotency) yield* remember(statements, idempotency, { scope: ctx.networkId, ctx, committed: outcome.committed })
  return outcome
}

/** One command, from its decision to its log: all steps of a commit but the transaction around them. */
export function* commitSteps(work: Work, command: { readonly name: string; readonly decide: Decide }): Steps<Outcome> {
  const changes = yield* decideWith(work, command.decide)
  const summary = summaryTemplate(work.state.snapshot, changes)
  return yield* write(work, { command: command.name, undoOf: null, changes, summary })
}

/** The same for a command that is decided by operational rows, which are read in the transaction of the commit. */
export function* commitStepsWith<T>(work: Work, { name, read, decide }: DecideWith<T>): Steps<Outcome> {
  const rows = yield* read(work.statements)
  return yield* commitSteps(work, { name, decide: (snapshot, ctx) => decide(snapshot, ctx, rows) })
}
