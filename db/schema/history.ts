import type { Columns } from '../columns.ts'

/** Answers by Idempotency-Key, remembered for a week. */
function requestTable(c: Columns) {
  return c.table(
    'request',
    {
      scope: c.ref('scope').notNull(),
      key: c.str('key').notNull(),
      hash: c.str('hash').notNull(),
      networkId: c.ref('network_id').notNull(),
      revision: c.int('revision').notNull(),
      changeSetId: c.str('change_set_id'),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'request_pk', columns: [t.scope, t.key] }), c.index('request_at').on(t.at)],
  )
}

/** The whole network at a revision, compressed: derived from the log, so that no reader of the past replays all of it, and in no backup. */
function checkpointTable(c: Columns) {
  return c.table(
    'checkpoint',
    {
      networkId: c.ref('network_id').notNull(),
      revision: c.int('revision').notNull(),
      at: c.instant('at').notNull(),
      body: c.bytes('body').notNull(),
    },
    (t) => [c.primaryKey({ name: 'checkpoint_pk', columns: [t.networkId, t.revision] })],
  )
}

/**
 * What happened. A change set is one commit; the change log holds its changes. Both are append-only (triggers refuse update and delete
 * while the network is there) and refer to nothing, because they outlive what they tell of. `request` remembers answers by Idempotency-Key for a week.
 */
export function historyTables(c: Columns) {
  const changeSet = c.table(
    'change_set',
    {
      networkId: c.ref('network_id').notNull(),
      revision: c.int('revision').notNull(),
      id: c.str('id').notNull(),
      command: c.str('command').notNull(),
      actor: c.str('actor').notNull(),
      undoOf: c.str('undo_of'),
      at: c.instant('at').notNull(),
      summary: c.str('summary').notNull(),
      /** the nodes on whose content it touched and in which the actor has no part */
      othersNodeIds: c.json('others_node_ids').notNull().default([]),
    },
    (t) => [
      c.primaryKey({ name: 'change_set_pk', columns: [t.networkId, t.revision] }),
      c.uniqueIndex('change_set_id').on(t.id),
      c.index('change_set_at').on(t.networkId, t.at),
      c.index('change_set_actor').on(t.networkId, t.actor, t.revision),
    ],
  )
  const changeLog = c.table(
    'change_log',
    {
      networkId: c.ref('network_id').notNull(),
      revision: c.int('revision').notNull(),
      ordinal: c.int('ordinal').notNull(),
      entity: c.oneOf('entity').notNull(),
      recordId: c.ref('record_id').notNull(),
      before: c.json('before'),
      after: c.json('after'),
    },
    (t) => [
      c.primaryKey({ name: 'change_log_pk', columns: [t.networkId, t.revision, t.ordinal] }),
      c.index('change_log_record').on(t.networkId, t.recordId, t.revision),
    ],
  )
  return { changeSet, changeLog, request: requestTable(c), checkpoint: checkpointTable(c) }
}
