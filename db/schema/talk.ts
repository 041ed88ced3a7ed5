import type { Columns } from '../columns.ts'
import type { NetworkTable } from './network.ts'
import type { PersonTable } from './people.ts'

type Writers = { readonly network: NetworkTable; readonly person: PersonTable }

/** What people wrote about a record. The record is of any kind, so no foreign key can hold it; the commands do. */
export function commentTable(c: Columns, { network, person }: Writers) {
  return c.table(
    'comment',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      subject: c.oneOf('subject').notNull(),
      subjectId: c.ref('subject_id').notNull(),
      parentId: c.ref('parent_id'),
      text: c.str('text').notNull(),
      mentionIds: c.json('mention_ids').notNull(),
      personId: c.ref('person_id'),
      at: c.instant('at').notNull(),
      editedAt: c.instant('edited_at'),
      resolvedAt: c.instant('resolved_at'),
      resolvedById: c.ref('resolved_by_id'),
    },
    (t) => [
      c.primaryKey({ name: 'comment_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'comment_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.foreignKey({ name: 'comment_person_fk', columns: [t.networkId, t.personId], foreignColumns: [person.networkId, person.id] }),
      c.foreignKey({ name: 'comment_resolver_fk', columns: [t.networkId, t.resolvedById], foreignColumns: [person.networkId, person.id] }),
      c.index('comment_subject').on(t.networkId, t.subjectId),
    ],
  )
}

/** Where an exchange, a rating or a value was found. */
export function sourceTable(c: Columns, network: NetworkTable) {
  return c.table(
    'source',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      rank: c.number('rank').notNull(),
      subject: c.oneOf('subject').notNull(),
      subjectId: c.ref('subject_id').notNull(),
      field: c.str('field'),
      kind: c.oneOf('kind').notNull(),
      title: c.str('title').notNull(),
      url: c.str('url'),
      on: c.day('on'),
    },
    (t) => [
      c.primaryKey({ name: 'source_pk', columns: [t.networkId, t.id] }),
      c.foreignKey({ name: 'source_network_fk', columns: [t.networkId], foreignColumns: [network.id] }),
      c.index('source_subject').on(t.networkId, t.subjectId),
    ],
  )
}
