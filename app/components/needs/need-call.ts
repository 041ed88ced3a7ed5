import { freshId } from '../../../lib/client/fresh-id.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { addDays } from '../../../lib/domain/time.ts'

type Ask = {
  readonly keyResultId: string /** `node:ID` or `kr:ID` */
  readonly supplier: string
  readonly what: string
  readonly neededOn: string | null
  readonly condition: string
}

/** The new need as a command, asked at once. */
export function needCall({ keyResultId, supplier, what, neededOn, condition }: Ask): { id: string; call: CommandCall } {
  const id = freshId('dependency')
  const [kind, supplierId] = [supplier.slice(0, supplier.indexOf(':')), supplier.slice(supplier.indexOf(':') + 1)]
  const who = kind === 'kr' ? { supplierKeyResultId: asId<'keyResult'>(supplierId) } : { supplierNodeId: asId<'node'>(supplierId) }
  return {
    id,
    call: call('dependency.create', {
      id,
      consumerKeyResultId: asId<'keyResult'>(keyResultId),
      ...who,
      what,
      strength: 1,
      state: 'requested',
      neededOn,
      condition: condition === '' ? null : condition,
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
