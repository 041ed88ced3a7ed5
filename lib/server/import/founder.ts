import { type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Change } from '../../domain/change.ts'
import { entitySchemas } from '../../domain/entity.ts'
import { newId } from '../../domain/ids.ts'
import type { Account } from '../access/account.ts'

/** The person by whom a new network is owned, and what makes them so. */
export type Founding = {
  readonly personId: string
  /** the person's record, unless the network brings it along */
  readonly changes: readonly Change[]
  readonly enrol: (statements: Statements) => Steps<void>
}

type Founded = { readonly networkId: string; readonly records: readonly Change[]; readonly uuid: () => string; readonly now: string }

function isSameEmail(value: unknown, email: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === email.toLowerCase()
}

/** Makes an account the owner of a network that is just being made: as the person with its e-mail address, or as a new one. */
export function foundingOf({ id: userId, name, email }: Account, { networkId, records, uuid, now }: Founded): Founding {
  const people = records.filter(({ entity }) => entity === 'person')
  const known = people.find(({ after }) => isSameEmail(after?.['email'], email))
  const id = known?.id ?? newId('person', uuid())
  const record = entitySchemas.person.parse({ id, rank: people.length + 1, name, email })
  const membership = { networkId, userId, personId: id, role: 'owner', createdAt: new Date(now) }
  return {
    personId: id,
    changes: known ? [] : [{ entity: 'person', id, before: null, after: record }],
    enrol: (statements) => tell(statements.insertMembership, membership),
  }
}
