import type { AnyEntity, EntityOf } from './entity.ts'
import { DomainError, type ErrorCode, type Fault } from './error.ts'
import type { EntityName } from './ids.ts'
import { placeOfPerson } from './measure/what-if/about-person.ts'
import { holdsFor, idsIn, referencesFrom } from './references.ts'
import { entityWords } from './snapshot.ts'

/** A broken rule of a record, with the code that names the rule. */
export type RuleFault = Fault & { readonly code: ErrorCode }

type Has = (entity: EntityName, id: string) => boolean
type Rule<E extends EntityName> = (record: EntityOf<E>) => RuleFault | null

const rules: { readonly [E in EntityName]?: readonly Rule<E>[] } = {
  participation: [
    ({ personId, teamId }) =>
      (personId === null) === (teamId === null)
        ? fault('PARTICIPANT_MISSING', 'personId', 'A participation is of one person or of one team.', 'Give either personId or teamId.')
        : null,
    ({ from, until }) =>
      from !== null && until !== null && until < from
        ? fault('PARTICIPATION_DATES', 'until', `It ends on ${until}, before it starts on ${from}.`, 'Give a last day on or after the first.')
        : null,
  ],
  exchange: [
    ({ fromNodeId, toNodeId }) =>
      fromNodeId === toNodeId
        ? fault('SELF_EXCHANGE', 'toNodeId', 'An exchange joins two different nodes.', 'Choose another node as giver or receiver.')
        : null,
  ],
  cycle: [
    ({ startsOn, endsOn }) =>
      endsOn < startsOn
        ? fault('CYCLE_DATES', 'endsOn', `The cycle ends on ${endsOn}, before it starts on ${startsOn}.`, 'Give an end on or after the start.')
        : null,
  ],
  healthMetric: [
    ({ lower, upper }) =>
      lower !== null && upper !== null && upper < lower
        ? fault(
            'VALIDATION',
            'upper',
            `The band ends at ${upper}, below ${lower}, where it begins.`,
            'Give an upper end that is not below the lower.',
          )
        : null,
  ],
  whatIf: [
    ({ edits }) => {
      const at = placeOfPerson(edits)
      if (at < 0) return null
      const remedy = 'Share it by its address, in which stands an id and no name, or leave the person out.'
      return fault('VALIDATION', `edits[${at}]`, 'A what-if that takes out a person is not kept: everybody here would read it.', remedy)
    },
  ],
  dependency: [
    ({ supplierKeyResultId, supplierNodeId }) =>
      supplierKeyResultId === null && supplierNodeId === null
        ? fault(
            'SUPPLIER_MISSING',
            'supplierNodeId',
            'A need has to say who is asked.',
            'Give supplierNodeId, or supplierKeyResultId if it is known.',
          )
        : null,
    ({ consumerKeyResultId, supplierKeyResultId }) =>
      consumerKeyResultId === supplierKeyResultId
        ? fault('SELF_DEPENDENCY', 'supplierKeyResultId', 'A key result cannot depend on itself.', 'Choose another key result, or a node.')
        : null,
  ],
}

function fault(code: ErrorCode, path: string, message: string, remedy: string): RuleFault {
  return { code, path, message, remedy }
}

/** The rules of one entity, typed for any record: the record given is of that entity. */
function rulesOf(entity: EntityName): readonly ((record: AnyEntity) => RuleFault | null)[] {
  return (rules[entity] ?? []) as readonly ((record: AnyEntity) => RuleFault | null)[]
}

/**
 * What is wrong with a record beyond its schema: references that lead nowhere, and the rules of its kind.
 *
 * @param has whether a record exists, to check references against
 * Cost O(number of references).
 */
export function faultsOf(entity: EntityName, record: AnyEntity, has: Has): RuleFault[] {
  const held = referencesFrom(entity).filter((reference) => holdsFor(reference, record))
  const missing = held.flatMap(({ field, to }) => {
    const isList = Array.isArray(Reflect.get(record, field))
    return idsIn(record, field).flatMap((id, at) =>
      has(to, id)
        ? []
        : [
            fault(
              'UNKNOWN_REFERENCE',
              isList ? `${field}[${at}]` : field,
              `There is no ${entityWords[to]} “${id}”.`,
              'Give an id that is in this network.',
            ),
          ],
    )
  })
  const broken = rulesOf(entity)
    .map((rule) => rule(record))
    .filter((found) => found !== null)
  return [...missing, ...broken]
}

/**
 * Refuses a record that breaks a rule.
 *
 * @throws DomainError with the code of the first broken rule and all faults
 */
export function requireRules(entity: EntityName, record: AnyEntity, has: Has): void {
  const faults = faultsOf(entity, record, has)
  const [first] = faults
  if (first) throw new DomainError(first.code, [first.message, first.remedy].join(' '), { faults, entity, id: record.id })
}
