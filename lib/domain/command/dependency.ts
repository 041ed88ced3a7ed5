import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, isSame } from '../change.ts'
import { type Dependency, entitySchemas } from '../entity.ts'
import { DomainError, type Fault } from '../error.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { chooseFirst } from '../promise/choose.ts'
import { moved, moveFields, nothingGiven } from '../promise/effect.ts'
import { firstMoveId, recordOfMove } from '../promise/record-move.ts'
import { stateWords } from '../promise/words.ts'
import { requireRules } from '../rules.ts'
import { find, get, nameOf, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'
import { deleteCommand, updateCommand } from './records.ts'

const { shape } = entitySchemas.dependency

/** The states in which a need can be made: written down, asked at once, offered. Only the program itself takes over what was promised elsewhere. */
const firstStates: ReadonlySet<string> = new Set(['draft', 'requested', 'offered'])

function byMoveOnly(dependency: Dependency, fields: readonly string[], remedy: string): DomainError {
  const faults: Fault[] = fields.map((path) => ({ path, message: 'changes by a move only', remedy }))
  const message = `“${nameOf(dependency)}” is ${stateWords[dependency.state]}: ${fields.join(', ')} can change by a move only. ${remedy}`
  return new DomainError('PROMISE_CHANGES_BY_MOVE', message, { faults, dependencyId: dependency.id, state: dependency.state, fields })
}

/** An offer may say its day; whatever else only moves set is refused, state first. */
function refuseAhead(dependency: Dependency): void {
  const isOffer = dependency.state === 'offered'
  const ahead = firstStates.has(dependency.state) ? [] : ['state']
  const set = moveFields.filter((field) => field !== 'state' && dependency[field] !== null && !(isOffer && field === 'promisedOn'))
  const fields = [...ahead, ...set]
  if (fields.length > 0) throw byMoveOnly(dependency, fields, 'Make it a draft, ask or offer, and let the sides move.')
}

function placed(snapshot: Snapshot, input: Omit<Dependency, 'rank'> & { rank?: number | undefined }): Dependency {
  return { ...input, rank: input.rank ?? nextRank(snapshot, 'dependency') }
}

function requireAsker(snapshot: Snapshot, dependency: Dependency, ctx: CommandContext): void {
  const record = get(snapshot, 'keyResult', dependency.consumerKeyResultId)
  requireMay(snapshot, ctx.who, { entity: 'keyResult', record }, todayIn(snapshot, ctx.now))
}

function created(record: Dependency): Change {
  return { entity: 'dependency', id: record.id, before: null, after: record }
}

/** A need that is asked or offered as it is made, with the move that says so. */
function opened(snapshot: Snapshot, dependency: Dependency, ctx: CommandContext): Change[] {
  const today = todayIn(snapshot, ctx.now)
  const turn = chooseFirst(snapshot, dependency, { who: ctx.who, today })
  const after = turn.row.move === 'offer' ? dependency : moved({ ...dependency, state: 'draft' }, turn, nothingGiven)
  const said = { id: firstMoveId(dependency.id), who: ctx.who, at: ctx.now }
  const move = recordOfMove(snapshot, { before: null, after, turn, given: nothingGiven }, said)
  return [created(after), { entity: 'promiseMove', id: move.id, before: null, after: move }]
}

/**
 * Adds a need: as a draft, asked at once, or offered by the side that gives. Inside one node, asked by somebody who speaks for the node,
 * it is promised in the same step.
 */
export const createDependency = command({
  input: z.strictObject({ ...shape, rank: shape.rank.optional(), state: shape.state.default('draft') }),
  decide: (snapshot, input, ctx) => {
    const dependency = placed(snapshot, input)
    if (find(snapshot, 'dependency', dependency.id))
      throw new DomainError('ID_TAKEN', `There is already a need with the id “${dependency.id}”.`, { entity: 'dependency', id: dependency.id })
    requireRules('dependency', dependency, (entity, id) => find(snapshot, entity, id) !== undefined)
    const isImport = ctx.who.personId === null && !firstStates.has(dependency.state)
    if (isImport) return [created(dependency)]
    refuseAhead(dependency)
    if (dependency.state !== 'offered') requireAsker(snapshot, dependency, ctx)
    return dependency.state === 'draft' ? [created(dependency)] : opened(snapshot, dependency, ctx)
  },
})

const plainUpdate = updateCommand('dependency')

/** What says nothing about the promise, so the consumer may change it at any time. */
const freeFields: ReadonlySet<string> = new Set(['strength', 'note', 'rank'])
const movingFields: ReadonlySet<string> = new Set(moveFields)

/** To need it later, at most on the day for which it is promised, asks nothing of the other side. */
function isEased({ state, neededOn, promisedOn }: Dependency, wanted: unknown): boolean {
  if (state !== 'promised' || promisedOn === null || neededOn === null || typeof wanted !== 'string') return false
  return wanted > neededOn && wanted <= promisedOn
}

/**
 * Changes a draft, or of what was asked or promised what is the consumer's own: how much it matters, the note, its place, and that it is
 * needed only when it is promised. Spec: PR51, PR54.
 */
export const updateDependency = command({
  input: plainUpdate.input,
  decide: (snapshot, input, ctx) => {
    const before: Dependency = get(snapshot, 'dependency', input.id)
    const changed = Object.entries(input.set)
      .filter(([field, value]) => !isSame(Reflect.get(before, field), value))
      .map(([field]) => field)
    const isFree = (field: string) => freeFields.has(field) || (field === 'neededOn' && isEased(before, input.set['neededOn']))
    const bound = changed.filter((field) => (before.state === 'draft' ? movingFields.has(field) : !isFree(field)))
    if (bound.length > 0)
      throw byMoveOnly(before, bound, 'Make the move that changes it, or propose a change; the need shows which moves are possible now.')
    return plainUpdate.decide(snapshot, input, ctx)
  },
})

const plainDelete = deleteCommand('dependency')
const deletable: ReadonlySet<string> = new Set(['draft', 'withdrawn', 'cancelled'])

/** Deletes a draft, or a need that has ended. Whatever somebody was asked or has promised is withdrawn, cancelled or revoked first. */
export const deleteDependency = command({
  input: plainDelete.input,
  decide: (snapshot, input, ctx) => {
    const before: Dependency = get(snapshot, 'dependency', input.id)
    if (deletable.has(before.state)) return plainDelete.decide(snapshot, input, ctx)
    throw byMoveOnly(before, ['state'], 'Withdraw the ask or cancel the promise, then it can be deleted.')
  },
})
