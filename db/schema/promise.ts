import type { Columns } from '../columns.ts'
import type { NodeTable } from './network.ts'
import type { KeyResultTable } from './okr.ts'
import type { PersonTable } from './people.ts'

type Sides = { readonly keyResult: KeyResultTable; readonly node: NodeTable }

/** What a key result needs of another one, or of a node. */
export function dependencyTable(c: Columns, { keyResult, node }: Sides) {
  return c.table(
    'dependency',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      consumerKeyResultId: c.ref('consumer_key_result_id').notNull(),
      supplierKeyResultId: c.ref('supplier_key_result_id'),
      supplierNodeId: c.ref('supplier_node_id'),
      what: c.str('what').notNull(),
      strength: c.number('strength').notNull(),
      state: c.oneOf('state').notNull(),
      neededOn: c.day('needed_on'),
      promisedOn: c.day('promised_on'),
      condition: c.str('condition'),
      note: c.str('note'),
      counteredBy: c.oneOf('countered_by'),
      answerBy: c.day('answer_by'),
      terms: c.json('terms'),
    },
    (t) => [
      c.primaryKey({ name: 'dependency_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({
        name: 'dependency_consumer_fk',
        columns: [t.networkId, t.consumerKeyResultId],
        foreignColumns: [keyResult.networkId, keyResult.id],
      }),
      c.foreignKey({
        name: 'dependency_supplier_fk',
        columns: [t.networkId, t.supplierKeyResultId],
        foreignColumns: [keyResult.networkId, keyResult.id],
      }),
      c.foreignKey({ name: 'dependency_supplier_node_fk', columns: [t.networkId, t.supplierNodeId], foreignColumns: [node.networkId, node.id] }),
      c.index('dependency_consumer').on(t.networkId, t.consumerKeyResultId),
      c.index('dependency_supplier').on(t.networkId, t.supplierKeyResultId),
    ],
  )
}

export type DependencyTable = ReturnType<typeof dependencyTable>

/** What each side did with a promise; never overwritten. */
export function promiseMoveTable(c: Columns, { dependency, person }: { readonly dependency: DependencyTable; readonly person: PersonTable }) {
  return c.table(
    'promise_move',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      dependencyId: c.ref('dependency_id').notNull(),
      move: c.oneOf('move').notNull(),
      from: c.oneOf('from'),
      to: c.oneOf('to').notNull(),
      side: c.oneOf('side').notNull(),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
      reason: c.str('reason'),
      answerBy: c.day('answer_by'),
      terms: c.json('terms'),
    },
    (t) => [
      c.primaryKey({ name: 'promise_move_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({
        name: 'promise_move_dependency_fk',
        columns: [t.networkId, t.dependencyId],
        foreignColumns: [dependency.networkId, dependency.id],
      }),
      c.foreignKey({ name: 'promise_move_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.index('promise_move_dependency').on(t.networkId, t.dependencyId),
    ],
  )
}

type Reported = { readonly keyResult: KeyResultTable; readonly person: PersonTable }

/** What was reported on a key result, by whom and when; never overwritten. */
export function checkInTable(c: Columns, { keyResult, person }: Reported) {
  return c.table(
    'check_in',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      keyResultId: c.ref('key_result_id').notNull(),
      at: c.instant('at').notNull(),
      value: c.json('value'),
      confidence: c.number('confidence'),
      note: c.str('note'),
      personId: c.ref('person_id'),
    },
    (t) => [
      c.primaryKey({ name: 'check_in_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'check_in_key_result_fk', columns: [t.networkId, t.keyResultId], foreignColumns: [keyResult.networkId, keyResult.id] }),
      c.foreignKey({ name: 'check_in_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.index('check_in_key_result').on(t.networkId, t.keyResultId),
    ],
  )
}
