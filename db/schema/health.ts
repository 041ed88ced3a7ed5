import type { Columns } from '../columns.ts'
import type { NodeTable } from './network.ts'
import type { PersonTable } from './people.ts'

type Hosts = { readonly node: NodeTable; readonly person: PersonTable }

/** What a node protects while it pursues its key results. */
function healthMetricTable(c: Columns, { node, person }: Hosts) {
  return c.table(
    'health_metric',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      nodeId: c.ref('node_id').notNull(),
      name: c.str('name').notNull(),
      unit: c.str('unit'),
      lower: c.number('lower'),
      upper: c.number('upper'),
      tolerance: c.number('tolerance'),
      current: c.number('current'),
      ownerId: c.ref('owner_id'),
      description: c.str('description'),
    },
    (t) => [
      c.primaryKey({ name: 'health_metric_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'health_metric_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'health_metric_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
      c.index('health_metric_node').on(t.networkId, t.nodeId),
    ],
  )
}

/** The records of health metrics; a reading is never overwritten. */
export function healthRecords(c: Columns, hosts: Hosts) {
  const healthMetric = healthMetricTable(c, hosts)
  const healthReading = c.table(
    'health_reading',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      healthMetricId: c.ref('health_metric_id').notNull(),
      at: c.instant('at').notNull(),
      value: c.number('value').notNull(),
      note: c.str('note'),
      personId: c.ref('person_id'),
    },
    (t) => [
      c.primaryKey({ name: 'health_reading_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({
        name: 'health_reading_metric_fk',
        columns: [t.networkId, t.healthMetricId],
        foreignColumns: [healthMetric.networkId, healthMetric.id],
      }),
      c.foreignKey({
        name: 'health_reading_person_fk',
        columns: [t.networkId, t.personId],
        foreignColumns: [hosts.person.networkId, hosts.person.id],
      }),
      c.index('health_reading_metric').on(t.networkId, t.healthMetricId),
    ],
  )
  return { healthMetric, healthReading }
}
