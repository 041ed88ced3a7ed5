import type { Terms } from '../entity.ts'
import type { PromiseMoveName, PromiseState, Side } from '../vocabulary.ts'

/** What a move has to be given, or may be given, beside its name. `day` is the day of the answer where it defers, else the promised day. */
export const moveNeeds = ['reason', 'terms', 'day', 'keyResult'] as const
export type MoveNeed = (typeof moveNeeds)[number]

/**
 * Whose move it is: a fixed side, or one that follows from what happened. `opener` asked or offered; `answerer` has not countered last;
 * `proposer` proposed the change that is pending and `proposee` has to answer it; `either` is both.
 */
export type Mover = Side | 'opener' | 'answerer' | 'proposer' | 'proposee' | 'either'

/** One row of the table: from these states, this side may make this move, and it leads there. */
export type Row = {
  /** its number in docs/spec/promise.md */
  readonly rule: string
  readonly from: readonly PromiseState[]
  readonly by: Mover
  readonly move: PromiseMoveName
  readonly to: PromiseState
  /** without these it is refused */
  readonly needs: readonly MoveNeed[]
  /** these may be given */
  readonly takes: readonly MoveNeed[]
  /** holds only inside one node, or only while no change is pending */
  readonly when?: 'inside' | 'settled'
  /** what a person calls it */
  readonly label: string
}

/** Where a promise stands, as far as its next moves depend on it. */
export type Stand = {
  readonly state: PromiseState
  readonly opener: Side
  readonly counteredBy: Side | null
  readonly terms: Terms | null
  /** consumer and supplier are the same node */
  readonly isInside: boolean
}

type Given = Pick<Row, 'from' | 'by' | 'move' | 'to' | 'label'> & Partial<Pick<Row, 'needs' | 'takes' | 'when'>>

function row(rule: string, given: Given): Row {
  return { rule, needs: [], takes: [], ...given }
}

const asked = ['requested', 'deferred'] as const
const refused = ['declined', 'revoked'] as const

/** The table of moves: the only place that says who may do what with a promise, and what becomes of it. */
export const table: readonly Row[] = [
  row('PR10', { from: ['draft', ...refused], by: 'consumer', move: 'request', to: 'promised', when: 'inside', takes: ['terms'], label: 'Promise' }),
  row('PR11', { from: ['draft'], by: 'consumer', move: 'request', to: 'requested', label: 'Ask' }),
  row('PR13', { from: ['offered'], by: 'consumer', move: 'accept', to: 'promised', label: 'Accept the offer' }),
  row('PR14', { from: ['offered'], by: 'consumer', move: 'counter', to: 'countered', needs: ['terms'], label: 'Counter' }),
  row('PR15', { from: ['offered'], by: 'consumer', move: 'decline', to: 'declined', needs: ['reason'], label: 'Decline the offer' }),
  row('PR16', { from: asked, by: 'supplier', move: 'promise', to: 'promised', takes: ['day', 'keyResult'], label: 'Promise' }),
  row('PR17', { from: asked, by: 'supplier', move: 'counter', to: 'countered', needs: ['terms'], label: 'Counter' }),
  row('PR18', { from: asked, by: 'supplier', move: 'decline', to: 'declined', needs: ['reason'], label: 'Decline' }),
  row('PR19', { from: ['requested'], by: 'supplier', move: 'defer', to: 'deferred', needs: ['day'], label: 'Answer by a day' }),
  row('PR20', { from: ['countered'], by: 'answerer', move: 'accept', to: 'promised', takes: ['keyResult'], label: 'Accept the counter' }),
  row('PR21', { from: ['countered'], by: 'answerer', move: 'counter', to: 'countered', needs: ['terms'], label: 'Counter' }),
  row('PR22', { from: ['countered'], by: 'answerer', move: 'decline', to: 'declined', needs: ['reason'], label: 'Decline the counter' }),
  row('PR23', { from: [...asked, 'countered', 'offered'], by: 'opener', move: 'withdraw', to: 'withdrawn', label: 'Withdraw' }),
  row('PR24', { from: ['promised'], by: 'supplier', move: 'deliver', to: 'delivered', label: 'Delivered' }),
  row('PR25', { from: ['promised'], by: 'proposee', move: 'agree', to: 'promised', label: 'Agree to the change' }),
  row('PR26', { from: ['promised'], by: 'proposee', move: 'refuse', to: 'promised', label: 'Refuse the change' }),
  row('PR27', { from: ['promised'], by: 'proposer', move: 'withdraw', to: 'promised', label: 'Withdraw the change' }),
  row('PR28', { from: ['promised'], by: 'either', move: 'propose', to: 'promised', needs: ['terms'], when: 'settled', label: 'Propose a change' }),
  row('PR29', { from: ['promised'], by: 'supplier', move: 'bind', to: 'promised', needs: ['keyResult'], label: 'Name the key result' }),
  row('PR30', { from: ['promised'], by: 'supplier', move: 'revoke', to: 'revoked', needs: ['reason'], label: 'Revoke' }),
  row('PR31', { from: ['promised'], by: 'consumer', move: 'cancel', to: 'cancelled', label: 'Cancel' }),
  row('PR32', { from: ['delivered'], by: 'consumer', move: 'accept', to: 'accepted', label: 'Accept the delivery' }),
  row('PR33', { from: ['delivered'], by: 'consumer', move: 'notSatisfied', to: 'promised', needs: ['reason'], label: 'Not satisfied' }),
  row('PR34', { from: refused, by: 'consumer', move: 'request', to: 'requested', takes: ['terms'], label: 'Ask again' }),
  row('PR35', { from: refused, by: 'consumer', move: 'withdraw', to: 'withdrawn', label: 'Give the need up' }),
]

/** How an offer comes about: it is made with the need, so nothing lies before it. */
export const offerRow = row('PR12', { from: [], by: 'supplier', move: 'offer', to: 'offered', label: 'Offer' })

/** The other side. Cost O(1). */
export function otherSide(side: Side): Side {
  return side === 'consumer' ? 'supplier' : 'consumer'
}

/** The side that has to answer a counter. A counter of which nobody kept the side was made by the side that was asked. Cost O(1). */
export function answererOf({ counteredBy, terms, opener }: Pick<Stand, 'counteredBy' | 'terms' | 'opener'>): Side {
  return otherSide(counteredBy ?? terms?.by ?? otherSide(opener))
}

function sidesOf(by: Mover, stand: Stand): readonly Side[] {
  switch (by) {
    case 'opener':
      return [stand.opener]
    case 'answerer':
      return [answererOf(stand)]
    case 'proposer':
      return stand.terms ? [stand.terms.by] : []
    case 'proposee':
      return stand.terms ? [otherSide(stand.terms.by)] : []
    case 'either':
      return ['supplier', 'consumer']
    default:
      return [by]
  }
}

/** A row that holds now, and the side for which it does. */
export type Turn = { readonly row: Row; readonly side: Side }

/** What may be given with a turn beside what it needs: only the supplier says which of its key results gives. Cost O(1). Spec: PR9. */
export function takesOf({ row, side }: Turn): readonly MoveNeed[] {
  return side === 'supplier' ? row.takes : row.takes.filter((need) => need !== 'keyResult')
}

/**
 * Every move that is possible where a promise stands, whoever makes it, in the order of the table.
 *
 * Cost O(rows). Spec: PR10-PR35.
 */
export function turnsFrom(stand: Stand): Turn[] {
  const holds = ({ from, when }: Row) =>
    from.includes(stand.state) && (when === undefined || (when === 'inside' ? stand.isInside : stand.terms === null))
  return table.filter(holds).flatMap((each) => sidesOf(each.by, stand).map((side) => ({ row: each, side })))
}
