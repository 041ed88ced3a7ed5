import type { Dependency } from '../entity.ts'
import { DomainError, type ErrorCode, type Fault } from '../error.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { PromiseMoveName } from '../vocabulary.ts'
import { type Given, termsBy } from './effect.ts'
import { type MoveNeed, moveNeeds, type Turn, takesOf } from './machine.ts'
import { nodesOfPromise } from './stand.ts'
import { areOther } from './terms.ts'

type Field = keyof Given

/** The field of the input in which a move is given what it needs. Cost O(1). */
export function fieldOf(need: MoveNeed, move: PromiseMoveName): Field {
  if (need === 'day') return move === 'defer' ? 'answerBy' : 'promisedOn'
  return need === 'keyResult' ? 'supplierKeyResultId' : need
}

const missing: Record<MoveNeed, { readonly code: ErrorCode; readonly message: string; readonly remedy: string }> = {
  reason: { code: 'REASON_MISSING', message: 'The other side has to know why.', remedy: 'Give a reason in your own words.' },
  terms: { code: 'TERMS_MISSING', message: 'Nothing else is proposed.', remedy: 'Give another day, another thing or another proof.' },
  day: { code: 'VALIDATION', message: 'The day of the answer is missing.', remedy: 'Give the day by which you will answer.' },
  keyResult: { code: 'VALIDATION', message: 'The key result is missing.', remedy: 'Give the id of a key result of the node that supplies.' },
}

function refuse(code: ErrorCode, dependencyId: string, fault: Fault & { readonly remedy: string }): never {
  throw new DomainError(code, `${fault.message} ${fault.remedy}`, { faults: [fault], dependencyId })
}

function isGiven(given: Given, field: Field): boolean {
  const value = given[field]
  return typeof value === 'string' ? value.trim() !== '' : value !== null
}

function refuseMissing(dependency: Dependency, { row, side }: Turn, given: Given): void {
  for (const need of row.needs) {
    const path = fieldOf(need, row.move)
    const { code, message, remedy } = missing[need]
    if (!isGiven(given, path)) refuse(code, dependency.id, { path, message, remedy })
  }
  const terms = termsBy(side, given.terms)
  if (terms && row.needs.includes('terms') && !areOther(dependency, terms))
    refuse('TERMS_MISSING', dependency.id, {
      path: 'terms',
      message: 'These terms say what is on the table already.',
      remedy: 'Change the day, the thing or the proof, or agree to what is there.',
    })
}

/** A reason may go with every move; anything else only with those that know what to do with it. */
function refuseSurplus(dependency: Dependency, turn: Turn, given: Given): void {
  const { row } = turn
  const known = new Set<Field>(['reason', ...[...row.needs, ...takesOf(turn)].map((need) => fieldOf(need, row.move))])
  const every: readonly Field[] = [...moveNeeds.map((need) => fieldOf(need, row.move)), 'promisedOn', 'answerBy']
  const surplus = every.find((field) => !known.has(field) && given[field] !== null)
  if (surplus === undefined) return
  const remedy = surplus === 'terms' || surplus === 'promisedOn' ? 'Leave it out, or counter with it.' : 'Leave it out.'
  refuse('VALIDATION', dependency.id, { path: surplus, message: `“${row.label}” does not take this.`, remedy })
}

function refuseForeignKeyResult(snapshot: Snapshot, dependency: Dependency, { supplierKeyResultId }: Given): void {
  if (supplierKeyResultId === null) return
  const path = 'supplierKeyResultId'
  if (!find(snapshot, 'keyResult', supplierKeyResultId))
    refuse('UNKNOWN_REFERENCE', dependency.id, {
      path,
      message: `There is no key result “${supplierKeyResultId}”.`,
      remedy: 'Give an id that is in this network.',
    })
  const { supplier } = nodesOfPromise(snapshot, dependency)
  if (nodesOfPromise(snapshot, { ...dependency, supplierKeyResultId }).supplier !== supplier)
    refuse('VALIDATION', dependency.id, { path, message: 'This key result lives on another node.', remedy: 'Give one of the node that supplies.' })
}

function refusePastAnswer(dependency: Dependency, { answerBy }: Given, today: string): void {
  if (answerBy === null || answerBy >= today) return
  refuse('VALIDATION', dependency.id, { path: 'answerBy', message: `${answerBy} has passed.`, remedy: 'Give a day from today on.' })
}

/**
 * Refuses a move that was not given what it needs, or was given what it does not take.
 *
 * @throws DomainError REASON_MISSING, TERMS_MISSING, VALIDATION, UNKNOWN_REFERENCE with the path of the field
 * Cost O(1). Spec: PR6-PR9.
 */
export function requireGiven(snapshot: Snapshot, dependency: Dependency, turn: Turn, { given, today }: { given: Given; today: string }): void {
  refuseMissing(dependency, turn, given)
  refuseSurplus(dependency, turn, given)
  refuseForeignKeyResult(snapshot, dependency, given)
  refusePastAnswer(dependency, given, today)
}
