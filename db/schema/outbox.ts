import type { Columns } from '../columns.ts'

/** What waits for a person or concerns one; a change set tells a person of one thing at most once */
function notificationTable(c: Columns) {
  return c.table(
    'notification',
    {
      networkId: c.ref('network_id').notNull(),
      id: c.ref('id').notNull(),
      personId: c.ref('person_id').notNull(),
      kind: c.oneOf('kind').notNull(),
      subject: c.oneOf('subject').notNull(),
      subjectId: c.ref('subject_id').notNull(),
      revision: c.int('revision').notNull(),
      actor: c.str('actor').notNull(),
      at: c.instant('at').notNull(),
      readAt: c.instant('read_at'),
      /** whether it stands in the list of its person */
      isListed: c.bool('is_listed').notNull().default(true),
      /** what becomes of it by mail: `digest`, `due`, `sent`, `none` */
      mail: c.oneOf('mail').notNull().default('digest'),
    },
    (t) => [
      c.primaryKey({ name: 'notification_pk', columns: [t.networkId, t.id] }),
      c.uniqueIndex('notification_once').on(t.networkId, t.personId, t.revision, t.kind, t.subjectId),
      c.index('notification_person').on(t.networkId, t.personId, t.at),
      c.index('notification_mail').on(t.mail, t.at),
    ],
  )
}

function webhookTable(c: Columns) {
  return c.table(
    'webhook',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      name: c.str('name').notNull(),
      url: c.str('url').notNull(),
      shape: c.oneOf('shape').notNull(),
      events: c.json('events').notNull(),
      /** sealed with the server's secret */
      secret: c.str('secret').notNull(),
      createdBy: c.ref('created_by').notNull(),
      createdAt: c.instant('created_at').notNull(),
      disabledAt: c.instant('disabled_at'),
      disabledBecause: c.str('disabled_because'),
    },
    (t) => [c.index('webhook_network').on(t.networkId)],
  )
}

/** What is still to be sent; written in the transaction of the change set that it tells of */
function outboxTable(c: Columns) {
  return c.table(
    'outbox',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      kind: c.oneOf('kind').notNull(),
      targetId: c.ref('target_id').notNull(),
      revision: c.int('revision').notNull(),
      payload: c.json('payload').notNull(),
      createdAt: c.instant('created_at').notNull(),
      nextAt: c.instant('next_at').notNull(),
      attempts: c.int('attempts').notNull().default(0),
      leasedUntil: c.instant('leased_until'),
      sentAt: c.instant('sent_at'),
      failedAt: c.instant('failed_at'),
      lastError: c.str('last_error'),
    },
    (t) => [c.index('outbox_next').on(t.sentAt, t.failedAt, t.nextAt), c.index('outbox_target').on(t.targetId, t.createdAt)],
  )
}

/** What is told to people and programs: operational tables, not in the change log. */
export function outboxTables(c: Columns) {
  return { notification: notificationTable(c), webhook: webhookTable(c), outbox: outboxTable(c) }
}
