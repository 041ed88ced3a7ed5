import type { Dependency, Terms } from '../entity.ts'
import type { Side } from '../vocabulary.ts'
import type { Turn } from './machine.ts'
import { settle } from './terms.ts'

/** What a move is given beside its name; what it was not given is null. */
export type Given = {
  readonly reason: string | null
  readonly terms: Pick<Terms, 'on' | 'what' | 'condition'> | null
  readonly promisedOn: Dependency['promisedOn']
  readonly answerBy: Dependency['answerBy']
  readonly supplierKeyResultId: Dependency['supplierKeyResultId']
}

/** A move that is given nothing but its name. */
export const nothingGiven: Given = { reason: null, terms: null, promisedOn: null, answerBy: null, supplierKeyResultId: null }

/** The fields of a dependency that only moves set. */
export const moveFields = ['state', 'promisedOn', 'counteredBy', 'answerBy', 'terms'] as const satisfies readonly (keyof Dependency)[]

/** The terms that a side gives with a move; null where it gives none. Cost O(1). */
export function termsBy(side: Side, terms: Given['terms']): Terms | null {
  return terms && { by: side, ...terms }
}

/** What lies on the table is gone as soon as somebody moves, unless the move puts something there. */
const cleared = { counteredBy: null, answerBy: null, terms: null }

function own(dependency: Dependency, { row, side }: Turn, given: Given): Partial<Dependency> {
  const { answerBy, supplierKeyResultId } = given
  const supplier = { supplierKeyResultId: supplierKeyResultId ?? dependency.supplierKeyResultId }
  const terms = termsBy(side, given.terms)
  switch (row.move) {
    case 'request': {
      const fresh = { ...dependency, promisedOn: null }
      const settled = settle(fresh, terms)
      return row.to === 'promised' ? settled : { ...settled, promisedOn: null }
    }
    case 'promise':
      return { promisedOn: given.promisedOn ?? dependency.neededOn ?? dependency.promisedOn, ...supplier }
    case 'accept':
      return row.from.includes('delivered') ? {} : { ...settle(dependency, dependency.terms), ...supplier }
    case 'agree':
      return settle(dependency, dependency.terms)
    case 'counter':
      return { counteredBy: side, terms }
    case 'propose':
      return { terms }
    case 'defer':
      return { answerBy }
    case 'decline':
      return { promisedOn: null }
    case 'withdraw':
      return row.to === 'withdrawn' ? { promisedOn: null } : {}
    case 'bind':
      return { ...supplier, terms: dependency.terms }
    default:
      return {}
  }
}

/**
 * A promise after a move.
 *
 * @param turn a row that holds where the promise stands, and the side that moves
 * @param given has passed `requireGiven`
 * Cost O(1). Spec: PR40-PR49.
 */
export function moved(dependency: Dependency, turn: Turn, given: Given): Dependency {
  return { ...dependency, ...cleared, ...own(dependency, turn, given), state: turn.row.to }
}
