import type { Columns } from '../columns.ts'
import type { ExchangeTable, NetworkTable } from './network.ts'
import type { PersonTable } from './people.ts'

/** How a relationship was seen to go; never overwritten. */
export function exchangeCheckTable(c: Columns, { exchange, person }: { readonly exchange: ExchangeTable; readonly person: PersonTable }) {
  return c.table(
    'exchange_check',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      exchangeId: c.ref('exchange_id').notNull(),
      at: c.instant('at').notNull(),
      health: c.oneOf('health').notNull(),
      note: c.str('note'),
      personId: c.ref('person_id'),
    },
    (t) => [
      c.primaryKey({ name: 'exchange_check_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'exchange_check_exchange_fk', columns: [t.networkId, t.exchangeId], foreignColumns: [exchange.networkId, exchange.id] }),
      c.foreignKey({ name: 'exchange_check_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.index('exchange_check_exchange').on(t.networkId, t.exchangeId),
    ],
  )
}

type Writers = { readonly network: NetworkTable; readonly person: PersonTable }

/** What was proposed about the nodes. The plan may name nodes that are no more, so no foreign key holds them. */
export function proposalTable(c: Columns, { network, person }: Writers) {
  return c.table(
    'proposal',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      title: c.str('title').notNull(),
      plan: c.json('plan').notNull(),
      why: c.str('why'),
      state: c.oneOf('state').notNull(),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
      decidedById: c.ref('decided_by_id'),
      decidedAt: c.instant('decided_at'),
      decision: c.str('decision'),
    },
    (t) => [
      c.primaryKey({ name: 'proposal_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'proposal_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'proposal_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.foreignKey({ name: 'proposal_decider_fk', columns: [t.networkId, t.decidedById], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

/** A revision of the network that has a name. */
export function markTable(c: Columns, { network, person }: Writers) {
  return c.table(
    'mark',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      kind: c.oneOf('kind').notNull(),
      revision: c.int('revision').notNull(),
      at: c.instant('at').notNull(),
      note: c.str('note'),
      personId: c.ref('person_id'),
    },
    (t) => [
      c.primaryKey({ name: 'mark_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'mark_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'mark_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

export type MarkTable = ReturnType<typeof markTable>

/** Why a change set changed the structure. */
export function reasonTable(c: Columns, { network, person }: Writers) {
  return c.table(
    'reason',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      revision: c.int('revision').notNull(),
      kind: c.oneOf('kind').notNull(),
      text: c.str('text'),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'reason_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'reason_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'reason_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}
