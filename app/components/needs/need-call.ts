import { freshId } from '../../../lib/client/fresh-id.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { addDays } from '../../../lib/domain/time.ts'

type Ask = {
  readonly keyResultId: string
  /** `node:ID` or `kr:ID` */
  readonly supplier: string
  readonly what: string
  /** by when it is needed, or, where it is offered, ready */
  readonly on: string | null
  readonly condition: string
  readonly strength?: number
  /** asked at once unless it says otherwise */
  readonly state?: 'draft' | 'requested' | 'offered'
}

/** The id in `node:ID` or `kr:ID`; null where it is of the other kind. */
export function idIn(choice: string | null, kind: 'kr' | 'node'): string | null {
  return choice?.startsWith(`${kind}:`) ? choice.slice(kind.length + 1) : null
}

/** The new need as a command: asked of the supplier, offered by it, or kept as a draft. */
export function needCall(ask: Ask): { id: string; call: CommandCall } {
  const id = freshId('dependency')
  const [keyResultId, nodeId] = [idIn(ask.supplier, 'kr'), idIn(ask.supplier, 'node')]
  const who = keyResultId === null ? { supplierNodeId: asId<'node'>(nodeId ?? '') } : { supplierKeyResultId: asId<'keyResult'>(keyResultId) }
  return {
    id,
    call: call('dependency.create', {
      id,
      consumerKeyResultId: asId<'keyResult'>(ask.keyResultId),
      ...who,
      what: ask.what,
      strength: ask.strength ?? 1,
      state: ask.state ?? 'requested',
      ...(ask.state === 'offered' ? { promisedOn: ask.on } : { neededOn: ask.on }),
      condition: ask.condition === '' ? null : ask.condition,
    }),
  }
}

const leadDays = 14

/** When a need should be met: two weeks before what waits for it is due, but not before tomorrow. */
export function proposedDay(dueOn: string | null, today: string): string | null {
  if (dueOn === null) return null
  const [early, tomorrow] = [addDays(dueOn, -leadDays), addDays(today, 1)]
  return early < tomorrow ? (dueOn < tomorrow ? dueOn : tomorrow) : early
}
