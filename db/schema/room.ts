import type { Columns } from '../columns.ts'

/** Who has taken a seat in a ritual: a person of the network, or a guest by a secret of which only the hash is kept. */
function seatTable(c: Columns) {
  return c.table(
    'seat',
    {
      networkId: c.ref('network_id').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      id: c.ref('id').notNull(),
      personId: c.ref('person_id'),
      name: c.str('name'),
      hash: c.str('hash'),
      nodeId: c.ref('node_id'),
      joinedAt: c.instant('joined_at').notNull(),
      leftAt: c.instant('left_at'),
    },
    (t) => [
      c.primaryKey({ name: 'seat_pk', columns: [t.networkId, t.ritualId, t.id] }),
      c.uniqueIndex('seat_hash').on(t.hash),
      c.index('seat_person').on(t.networkId, t.personId),
    ],
  )
}

/** What somebody answered while nobody else may read it: a vote, a draft, a sentence. It is opened by revealing its question. */
function sealedTable(c: Columns) {
  return c.table(
    'sealed',
    {
      networkId: c.ref('network_id').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      question: c.str('question').notNull(),
      seatId: c.ref('seat_id').notNull(),
      body: c.json('body').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'sealed_pk', columns: [t.networkId, t.ritualId, t.question, t.seatId] })],
  )
}

/** A link by which guests take part in one ritual. */
function guestLinkTable(c: Columns) {
  return c.table(
    'guest_link',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      ritualId: c.ref('ritual_id').notNull(),
      hash: c.str('hash').notNull(),
      createdBy: c.ref('created_by').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.uniqueIndex('guest_link_hash').on(t.hash), c.index('guest_link_ritual').on(t.networkId, t.ritualId)],
  )
}

/**
 * What goes on in the room of a ritual: operational tables, not in the change log, so that a sealed answer is in no snapshot and in no history.
 * References to networks, rituals and people carry no foreign key, as those of access.
 */
export function roomTables(c: Columns) {
  return { seat: seatTable(c), sealed: sealedTable(c), guestLink: guestLinkTable(c) }
}
