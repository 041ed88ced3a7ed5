import type { Columns } from '../columns.ts'

/**
 * Names and e-mail addresses that the change log tells of. The log itself holds only their numbers, so that a person can be erased while it stays
 * append-only: erasing overwrites the names here by a pseudonym and deletes the rest.
 */
export function privacyTables(c: Columns) {
  const personalValue = c.table(
    'personal_value',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      personId: c.ref('person_id').notNull(),
      field: c.str('field').notNull(),
      value: c.str('value').notNull(),
    },
    (t) => [c.primaryKey({ name: 'personal_value_pk', columns: [t.networkId, t.id] }), c.index('personal_value_person').on(t.networkId, t.personId)],
  )
  return { personalValue }
}
