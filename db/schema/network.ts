import type { Columns } from '../columns.ts'

/** The tenant. Its revision counts its change sets. */
export function networkTable(c: Columns) {
  return c.table(
    'network',
    {
      id: c.ref('id').primaryKey(),
      name: c.str('name').notNull(),
      slug: c.str('slug'),
      vision: c.str('vision'),
      mission: c.str('mission'),
      valueProposition: c.str('value_proposition'),
      timeZone: c.str('time_zone'),
      fiscalYearStartMonth: c.int('fiscal_year_start_month'),
      weekStart: c.json('week_start'),
      source: c.str('source'),
      revision: c.int('revision').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [c.uniqueIndex('network_slug').on(t.slug)],
  )
}

export type NetworkTable = ReturnType<typeof networkTable>

export function areaTable(c: Columns, network: NetworkTable) {
  return c.table(
    'area',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      kind: c.str('kind'),
      colour: c.str('colour'),
      description: c.str('description'),
      order: c.number('order'),
    },
    (t) => [
      c.primaryKey({ name: 'area_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'area_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
    ],
  )
}

export type AreaTable = ReturnType<typeof areaTable>

export function nodeTable(c: Columns, area: AreaTable) {
  return c.table(
    'node',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      areaId: c.ref('area_id').notNull(),
      name: c.str('name').notNull(),
      kind: c.oneOf('kind'),
      closeness: c.oneOf('closeness'),
      description: c.str('description'),
      activities: c.json('activities').notNull(),
      position: c.json('position'),
      slot: c.int('slot').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'node_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'node_area_fk', columns: [t.networkId, t.areaId], foreignColumns: [area.networkId, area.id] }),
      c.index('node_area').on(t.networkId, t.areaId),
    ],
  )
}

export type NodeTable = ReturnType<typeof nodeTable>

export function exchangeTable(c: Columns, node: NodeTable) {
  return c.table(
    'exchange',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      fromNodeId: c.ref('from_node_id').notNull(),
      toNodeId: c.ref('to_node_id').notNull(),
      deliverable: c.str('deliverable').notNull(),
      kind: c.oneOf('kind').notNull(),
      valueBySender: c.number('value_by_sender'),
      valueByReceiver: c.number('value_by_receiver'),
      level: c.oneOf('level'),
      factors: c.json('factors').notNull(),
      confirmed: c.bool('confirmed'),
      source: c.str('source'),
    },
    (t) => [
      c.primaryKey({ name: 'exchange_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'exchange_from_node_fk', columns: [t.networkId, t.fromNodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'exchange_to_node_fk', columns: [t.networkId, t.toNodeId], foreignColumns: [node.networkId, node.id] }),
      c.index('exchange_from_node').on(t.networkId, t.fromNodeId),
      c.index('exchange_to_node').on(t.networkId, t.toNodeId),
    ],
  )
}

export type ExchangeTable = ReturnType<typeof exchangeTable>
