import { z } from 'zod'
import { type Change, diff } from '../change.ts'
import { type Dependency, entitySchemas, termsSchema } from '../entity.ts'
import { todayIn } from '../own-nodes.ts'
import { chooseTurn } from '../promise/choose.ts'
import { type Given, moved } from '../promise/effect.ts'
import { requireGiven } from '../promise/given.ts'
import { recordOfMove } from '../promise/record-move.ts'
import { requireRules } from '../rules.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.promiseMove
const { shape: dependency } = entitySchemas.dependency

/** What a side proposes: which side that is follows from who moves. */
const proposal = termsSchema.omit({ by: true })

export const promiseMoveInput = z.strictObject({
  id: shape.dependencyId.describe('the need whose promise moves'),
  moveId: shape.id.describe('id of the move, made by the caller'),
  move: shape.move,
  side: shape.side.optional().describe('for whom, where one speaks for both sides; the supplier where it is left out'),
  reason: shape.reason.describe('why; needed to decline, to revoke and where one is not satisfied'),
  terms: proposal.nullable().default(null).describe('what is proposed: another day, thing or proof; null leaves that part as it is'),
  promisedOn: dependency.promisedOn.describe('the day for which it is promised; the needed one where it is left out'),
  answerBy: shape.answerBy.describe('the day by which one will answer'),
  supplierKeyResultId: dependency.supplierKeyResultId.describe('the key result of the supplier that stands behind the promise'),
})

type MoveInput = z.output<typeof promiseMoveInput>

function givenIn({ reason, terms, promisedOn, answerBy, supplierKeyResultId }: MoveInput): Given {
  return { reason: reason?.trim() ? reason : null, terms, promisedOn, answerBy, supplierKeyResultId }
}

function has(snapshot: Snapshot): Parameters<typeof requireRules>[2] {
  return (entity, id) => find(snapshot, entity, id) !== undefined
}

function decide(snapshot: Snapshot, input: MoveInput, ctx: CommandContext): Change[] {
  const before: Dependency = get(snapshot, 'dependency', input.id)
  const today = todayIn(snapshot, ctx.now)
  const turn = chooseTurn(snapshot, before, input, { who: ctx.who, today })
  const given = givenIn(input)
  requireGiven(snapshot, before, turn, { given, today })
  const after = moved(before, turn, given)
  requireRules('dependency', after, has(snapshot))
  const move = recordOfMove(snapshot, { before, after, turn, given }, { id: input.moveId, who: ctx.who, at: ctx.now })
  const change = diff('dependency', before, after)
  return [...(change ? [change] : []), { entity: 'promiseMove', id: move.id, before: null, after: move }]
}

/** Moves a promise: the only way in which its state, its day and its terms change. Every move is kept. */
export const movePromise = command({ input: promiseMoveInput, decide })
