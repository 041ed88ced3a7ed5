import type { Columns } from '../columns.ts'
import type { NetworkTable, NodeTable } from './network.ts'
import type { CycleTable } from './okr.ts'
import type { PersonTable } from './people.ts'
import type { MarkTable } from './review.ts'

type Hosts = {
  readonly network: NetworkTable
  readonly node: NodeTable
  readonly person: PersonTable
  readonly cycle: CycleTable
  readonly mark: MarkTable
}

/** One run of a ritual. What its agenda speaks of may be deleted later, so no foreign key holds that. */
function ritualTable(c: Columns, { network, node, person, cycle, mark }: Hosts) {
  return c.table(
    'ritual',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      kind: c.oneOf('kind').notNull(),
      title: c.str('title').notNull(),
      cycleId: c.ref('cycle_id'),
      nodeId: c.ref('node_id'),
      state: c.oneOf('state').notNull(),
      phase: c.oneOf('phase').notNull(),
      place: c.str('place'),
      timer: c.json('timer'),
      facilitatorId: c.ref('facilitator_id'),
      code: c.str('code'),
      isTogether: c.bool('is_together').notNull(),
      revealed: c.json('revealed').notNull(),
      agenda: c.json('agenda').notNull(),
      expected: c.int('expected'),
      baseRevision: c.int('base_revision'),
      revision: c.int('revision'),
      markId: c.ref('mark_id'),
      attendeeIds: c.json('attendee_ids').notNull(),
      guests: c.int('guests').notNull(),
      statement: c.str('statement'),
      isStatementShared: c.bool('is_statement_shared').notNull(),
      startsAt: c.instant('starts_at'),
      at: c.instant('at').notNull(),
      closedAt: c.instant('closed_at'),
      personId: c.ref('person_id'),
    },
    (t) => [
      c.primaryKey({ name: 'ritual_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'ritual_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'ritual_cycle_fk', columns: [t.networkId, t.cycleId], foreignColumns: [cycle.networkId, cycle.id] }),
      c.foreignKey({ name: 'ritual_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'ritual_facilitator_fk', columns: [t.networkId, t.facilitatorId], foreignColumns: [person.networkId, person.id] }),
      c.foreignKey({ name: 'ritual_mark_fk', columns: [t.networkId, t.markId], foreignColumns: [mark.networkId, mark.id] }),
      c.foreignKey({ name: 'ritual_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

type Parts = Pick<Hosts, 'node' | 'person'> & { readonly ritual: ReturnType<typeof ritualTable> }

/** What was written down in a ritual: decisions, actions, risks and more. */
function ritualItemTable(c: Columns, { ritual, node, person }: Parts) {
  return c.table(
    'ritual_item',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      kind: c.oneOf('kind').notNull(),
      text: c.str('text').notNull(),
      subject: c.oneOf('subject'),
      about: c.ref('about'),
      nodeId: c.ref('node_id'),
      stop: c.str('stop'),
      key: c.str('key'),
      value: c.number('value'),
      ownerId: c.ref('owner_id'),
      dueOn: c.day('due_on'),
      status: c.oneOf('status'),
      settledAt: c.instant('settled_at'),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'ritual_item_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'ritual_item_ritual_fk', columns: [t.networkId, t.ritualId], foreignColumns: [ritual.networkId, ritual.id] }),
      c.foreignKey({ name: 'ritual_item_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'ritual_item_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
      c.foreignKey({ name: 'ritual_item_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.index('ritual_item_ritual').on(t.networkId, t.ritualId),
    ],
  )
}

/** Who stands for what their node has planned. */
function signOffTable(c: Columns, { ritual, node, person }: Parts) {
  return c.table(
    'sign_off',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      nodeId: c.ref('node_id').notNull(),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
      note: c.str('note'),
    },
    (t) => [
      c.primaryKey({ name: 'sign_off_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'sign_off_ritual_fk', columns: [t.networkId, t.ritualId], foreignColumns: [ritual.networkId, ritual.id] }),
      c.foreignKey({ name: 'sign_off_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
      c.foreignKey({ name: 'sign_off_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

/** How votes were spread, without the voters. */
function tallyTable(c: Columns, { ritual, node }: Parts) {
  return c.table(
    'tally',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      nodeId: c.ref('node_id'),
      key: c.str('key').notNull(),
      counts: c.json('counts').notNull(),
      trends: c.json('trends').notNull(),
      voters: c.int('voters').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'tally_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'tally_ritual_fk', columns: [t.networkId, t.ritualId], foreignColumns: [ritual.networkId, ritual.id] }),
      c.foreignKey({ name: 'tally_node_fk', columns: [t.networkId, t.nodeId], foreignColumns: [node.networkId, node.id] }),
    ],
  )
}

/** The records of rituals. */
export function ritualRecords(c: Columns, hosts: Hosts) {
  const ritual = ritualTable(c, hosts)
  const parts = { ...hosts, ritual }
  return { ritual, ritualItem: ritualItemTable(c, parts), signOff: signOffTable(c, parts), tally: tallyTable(c, parts) }
}
