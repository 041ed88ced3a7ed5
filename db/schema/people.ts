import type { Columns } from '../columns.ts'
import type { NetworkTable, NodeTable } from './network.ts'

export function personTable(c: Columns, network: NetworkTable) {
  return c.table(
    'person',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      email: c.str('email'),
      isPlaceholder: c.bool('is_placeholder').notNull().default(false),
      teamIds: c.json('team_ids').notNull().default([]),
    },
    (t) => [
      c.primaryKey({ name: 'person_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'person_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
    ],
  )
}

export type PersonTable = ReturnType<typeof personTable>

export function teamTable(c: Columns, network: NetworkTable) {
  return c.table(
    'team',
    { networkId: c.ref('network_id').notNull(), id: c.ref('id').notNull(), rank: c.number('rank').notNull(), name: c.str('name').notNull() },
    (t) => [
      c.primaryKey({ name: 'team_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'team_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
    ],
  )
}

type Served = { readonly node: NodeTable; readonly person: PersonTable; readonly team: ReturnType<typeof teamTable> }

/** Who serves which node, from when to when. */
export function participationTable(c: Columns, { node, person, team }: Served) {
  return c.table(
    'participation',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      nodeId: c.ref('node_id').notNull(),
      personId: c.ref('person_id'),
      teamId: c.ref('team_id'),
      tier: c.oneOf('tier').notNull(),
      from: c.day('from'),
      until: c.day('until'),
    },
    (t) => [
      c.primaryKey({ name: 'participation_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'participation_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'participation_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.foreignKey({ name: 'participation_team_fk', columns: [t.networkId, t.teamId], foreignColumns: [team.networkId, team.id] }),
      c.index('participation_node').on(t.networkId, t.nodeId),
    ],
  )
}
