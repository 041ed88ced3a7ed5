import type { Columns } from '../columns.ts'
import type { AreaTable, NetworkTable, NodeTable } from './network.ts'
import type { PersonTable } from './people.ts'

export function cycleTable(c: Columns, network: NetworkTable) {
  return c.table(
    'cycle',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      startsOn: c.day('starts_on').notNull(),
      endsOn: c.day('ends_on').notNull(),
      phase: c.oneOf('phase'),
    },
    (t) => [
      c.primaryKey({ name: 'cycle_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'cycle_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
    ],
  )
}

export type CycleTable = ReturnType<typeof cycleTable>

type Home = { readonly node: NodeTable; readonly cycle: ReturnType<typeof cycleTable>; readonly person: PersonTable }

export function objectiveTable(c: Columns, { node, cycle, person }: Home) {
  return c.table(
    'objective',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      nodeId: c.ref('node_id').notNull(),
      cycleId: c.ref('cycle_id').notNull(),
      title: c.str('title').notNull(),
      kind: c.oneOf('kind'),
      ownerId: c.ref('owner_id'),
      goalIds: c.json('goal_ids').notNull(),
      weight: c.number('weight'),
      description: c.str('description'),
      carriedFromId: c.ref('carried_from_id'),
    },
    (t) => [
      c.primaryKey({ name: 'objective_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'objective_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'objective_cycle_fk', columns: [t.networkId, t.cycleId], foreignColumns: [cycle.networkId, cycle.id] }),
      c.foreignKey({ name: 'objective_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
      c.index('objective_node').on(t.networkId, t.nodeId),
    ],
  )
}

type Owned = { readonly objective: ReturnType<typeof objectiveTable>; readonly person: PersonTable }

export function keyResultTable(c: Columns, { objective, person }: Owned) {
  return c.table(
    'key_result',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      objectiveId: c.ref('objective_id').notNull(),
      title: c.str('title').notNull(),
      metric: c.json('metric').notNull(),
      confidence: c.number('confidence'),
      ownerId: c.ref('owner_id'),
      dueOn: c.day('due_on'),
      weight: c.number('weight'),
      estimateWeeks: c.json('estimate_weeks'),
      grade: c.number('grade'),
      rollOver: c.oneOf('roll_over'),
      carriedFromId: c.ref('carried_from_id'),
    },
    (t) => [
      c.primaryKey({ name: 'key_result_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'key_result_objective_fk', columns: [t.networkId, t.objectiveId], foreignColumns: [objective.networkId, objective.id] }),
      c.foreignKey({ name: 'key_result_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
      c.index('key_result_objective').on(t.networkId, t.objectiveId),
    ],
  )
}

export type KeyResultTable = ReturnType<typeof keyResultTable>

type Aimed = { readonly network: NetworkTable; readonly area: AreaTable; readonly keyResult: KeyResultTable }

export function goalTable(c: Columns, { network, area, keyResult }: Aimed) {
  return c.table(
    'goal',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      areaId: c.ref('area_id'),
      keyResultId: c.ref('key_result_id'),
      description: c.str('description'),
    },
    (t) => [
      c.primaryKey({ name: 'goal_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'goal_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'goal_area_fk', columns: [t.networkId, t.areaId], foreignColumns: [area.networkId, area.id] }),
      c.foreignKey({ name: 'goal_key_result_fk', columns: [t.networkId, t.keyResultId], foreignColumns: [keyResult.networkId, keyResult.id] }),
    ],
  )
}
