import type { DocumentRecord } from '../../format/document.ts'
import { type Stand, turnsFrom } from '../../promise/machine.ts'
import { addDays } from '../../time.ts'
import type { PromiseState, Side } from '../../vocabulary.ts'
import type { PromiseSketch, Told } from './promises.ts'

type Context = {
  /** of its dependency, without the prefix */
  readonly id: string
  readonly today: string
  readonly promisedOn: string | undefined
  /** who leads the node of each side */
  readonly speakers: Readonly<Record<Side, string>>
  readonly isInside: boolean
}

type Step = { readonly side: Side; readonly from: PromiseState | null; readonly to: PromiseState }

/** Where each move leads, by the table of moves: a history that it does not allow would be a mistake in the sketch. */
function stepsOf(told: readonly Told[], isInside: boolean): Step[] {
  let stand: Stand = { state: 'draft', opener: 'consumer', counteredBy: null, terms: null, isInside }
  return told.map(([move], at) => {
    const turn = turnsFrom(stand).find(({ row }) => row.move === move)
    if (move !== 'offer' && !turn) throw new Error(`the sample cannot ${move} what is ${stand.state}`)
    const step: Step = turn
      ? { side: turn.side, from: at === 0 ? null : stand.state, to: turn.row.to }
      : { side: 'supplier', from: null, to: 'offered' }
    stand = { ...stand, state: step.to, opener: at === 0 ? step.side : stand.opener, counteredBy: move === 'counter' ? step.side : null }
    return step
  })
}

const settling: ReadonlySet<string> = new Set(['request', 'promise', 'accept'])

function termsOf([move, , said]: Told, { side, to }: Step, { today, promisedOn }: Context): Pick<DocumentRecord<'promiseMove'>, 'terms'> {
  if (move === 'counter' || move === 'propose') return { terms: proposed(side, said, today) }
  return to === 'promised' && settling.has(move) && promisedOn !== undefined ? { terms: { by: 'supplier', on: promisedOn } } : {}
}

function proposed(by: Side, said: Told[2], today: string) {
  return { by, ...(said?.on === undefined ? {} : { on: addDays(today, said.on) }), ...(said?.what === undefined ? {} : { what: said.what }) }
}

/**
 * The moves of one promise of the sample, made by the leads of its two nodes.
 *
 * @param told oldest first
 * @throws Error where the table of moves does not allow them
 * Cost O(moves).
 */
export function toldMoves(told: readonly Told[], context: Context): DocumentRecord<'promiseMove'>[] {
  const { id, today, speakers, isInside } = context
  const steps = stepsOf(told, isInside)
  return told.flatMap((each, at) => {
    const [move, day, said] = each
    const step = steps[at]
    if (!step) return []
    const { side, from, to } = step
    return {
      id: `move_${id}-${at + 1}`,
      dependencyId: `dep_${id}`,
      move,
      ...(from === null ? {} : { from }),
      to,
      side,
      personId: speakers[side],
      at: `${addDays(today, day)}T${String(8 + ((at * 3 + told.length) % 9)).padStart(2, '0')}:20:00Z`,
      ...(said?.reason === undefined ? {} : { reason: said.reason }),
      ...(move === 'defer' && said?.on !== undefined ? { answerBy: addDays(today, said.on) } : {}),
      ...termsOf(each, step, context),
    }
  })
}

/** What lies on the table of a promise between two nodes: a counter, or a change that was proposed. Cost O(moves). */
export function onTheTable({ told }: PromiseSketch, today: string): Pick<DocumentRecord<'dependency'>, 'counteredBy' | 'terms'> {
  const last = told.at(-1)
  if (!last || (last[0] !== 'counter' && last[0] !== 'propose')) return {}
  const side = stepsOf(told, false).at(-1)?.side ?? 'supplier'
  return { ...(last[0] === 'counter' ? { counteredBy: side } : {}), terms: proposed(side, last[2], today) }
}
