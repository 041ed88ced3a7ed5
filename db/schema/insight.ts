import type { Columns } from '../columns.ts'
import type { NetworkTable } from './network.ts'
import type { PersonTable } from './people.ts'

type Hosts = { readonly network: NetworkTable; readonly person: PersonTable }

/** Which checks a network asks for, and where they begin to speak. */
function checkSettingTable(c: Columns, { network }: Hosts) {
  return c.table(
    'check_setting',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      rule: c.str('rule').notNull(),
      isOn: c.bool('is_on').notNull(),
      limit: c.number('limit'),
    },
    (t) => [
      c.primaryKey({ name: 'check_setting_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'check_setting_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
    ],
  )
}

/** Findings that somebody answers for until a day. What they speak of may be deleted, so no foreign key holds that. */
function acceptanceTable(c: Columns, { network, person }: Hosts) {
  return c.table(
    'acceptance',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      finding: c.str('finding').notNull(),
      rule: c.str('rule').notNull(),
      because: c.str('because').notNull(),
      ownerId: c.ref('owner_id'),
      reviewOn: c.day('review_on').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'acceptance_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'acceptance_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'acceptance_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

/** Changes that were thought through without being made. What they speak of may be deleted, so no foreign key holds that. */
function whatIfTable(c: Columns, { network, person }: Hosts) {
  return c.table(
    'what_if',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      name: c.str('name').notNull(),
      note: c.str('note'),
      edits: c.json('edits').notNull(),
      ownerId: c.ref('owner_id'),
    },
    (t) => [
      c.primaryKey({ name: 'what_if_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'what_if_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'what_if_owner_fk', columns: [t.networkId, t.ownerId], foreignColumns: [person.networkId, person.id] }),
    ],
  )
}

/** The records of checks and of what-ifs. */
export function insightRecords(c: Columns, hosts: Hosts) {
  return { checkSetting: checkSettingTable(c, hosts), acceptance: acceptanceTable(c, hosts), whatIf: whatIfTable(c, hosts) }
}
