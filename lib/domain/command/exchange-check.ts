import { requireMay } from '../access.ts'
import { type ExchangeCheck, entitySchemas } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { todayIn } from '../own-nodes.ts'
import { requireRules } from '../rules.ts'
import { find } from '../snapshot.ts'
import { command } from './command.ts'

/** A look at a relationship: better, same or worse, now, in the name of who acts. It is kept for ever and never changed. */
export const createExchangeCheck = command({
  input: entitySchemas.exchangeCheck.pick({ id: true, exchangeId: true, health: true, note: true }),
  decide: (snapshot, input, { who, now }) => {
    if (find(snapshot, 'exchangeCheck', input.id))
      throw new DomainError('ID_TAKEN', `There is already a look at a relationship with the id “${input.id}”.`, {
        entity: 'exchangeCheck',
        id: input.id,
      })
    const check: ExchangeCheck = {
      ...input,
      note: input.note?.trim() || null,
      rank: snapshot.tables.exchangeCheck.size + 1,
      at: now,
      personId: who.personId === null ? null : asId<'person'>(who.personId),
    }
    requireRules('exchangeCheck', check, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireMay(snapshot, who, { entity: 'exchangeCheck', record: check }, todayIn(snapshot, now))
    return [{ entity: 'exchangeCheck', id: check.id, before: null, after: check }]
  },
})
