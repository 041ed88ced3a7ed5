import type { Columns } from '../columns.ts'

/** The one-time token by which the first owner is made, and who claimed it; the only row has the id `first` */
function setupTable(c: Columns) {
  return c.table('setup', {
    id: c.ref('id').primaryKey(),
    tokenHash: c.str('token_hash').notNull(),
    createdAt: c.instant('created_at').notNull(),
    claimId: c.str('claim_id'),
    claimedAt: c.instant('claimed_at'),
    userId: c.ref('user_id'),
    doneAt: c.instant('done_at'),
  })
}

function membershipTable(c: Columns) {
  return c.table(
    'membership',
    {
      networkId: c.ref('network_id').notNull(),
      userId: c.ref('user_id').notNull(),
      personId: c.ref('person_id').notNull(),
      role: c.oneOf('role').notNull(),
      digest: c.oneOf('digest').notNull().default('off'),
      digestSentAt: c.instant('digest_sent_at'),
      /** on which ways a person is told of what; a topic that is not named is told on all of them */
      toldBy: c.json('told_by').notNull().default({}),
      seenAt: c.instant('seen_at'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'membership_pk', columns: [t.networkId, t.userId] }),
      c.uniqueIndex('membership_person').on(t.networkId, t.personId),
      c.index('membership_user').on(t.userId),
    ],
  )
}

function invitationTable(c: Columns) {
  return c.table(
    'invitation',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      tokenHash: c.str('token_hash').notNull(),
      role: c.oneOf('role').notNull(),
      personId: c.ref('person_id'),
      nodeId: c.ref('node_id'),
      tier: c.oneOf('tier'),
      email: c.str('email'),
      createdBy: c.ref('created_by').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      acceptedAt: c.instant('accepted_at'),
      acceptedBy: c.ref('accepted_by'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.uniqueIndex('invitation_token').on(t.tokenHash), c.index('invitation_network').on(t.networkId)],
  )
}

function apiTokenTable(c: Columns) {
  return c.table(
    'api_token',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      userId: c.ref('user_id').notNull(),
      name: c.str('name').notNull(),
      hash: c.str('hash').notNull(),
      hint: c.str('hint').notNull(),
      scope: c.oneOf('scope').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      lastUsedAt: c.instant('last_used_at'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.uniqueIndex('api_token_hash').on(t.hash), c.index('api_token_network').on(t.networkId)],
  )
}

function shareLinkTable(c: Columns) {
  return c.table(
    'share_link',
    {
      id: c.ref('id').primaryKey(),
      networkId: c.ref('network_id').notNull(),
      hash: c.str('hash').notNull(),
      name: c.str('name').notNull(),
      view: c.str('view').notNull(),
      query: c.str('query').notNull(),
      createdBy: c.ref('created_by').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      lastUsedAt: c.instant('last_used_at'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.uniqueIndex('share_link_hash').on(t.hash), c.index('share_link_network').on(t.networkId)],
  )
}

/** How often something was tried lately, by what is limited (account, address, link) */
function attemptTable(c: Columns) {
  return c.table('attempt', {
    key: c.str('key').primaryKey(),
    count: c.int('count').notNull(),
    since: c.instant('since').notNull(),
  })
}

/**
 * Who may do what: operational tables, not in the change log. Secrets are kept as SHA-256 only. References to networks and people carry no foreign key: what they
 * point to is deleted by commands, and the modules that own these tables follow.
 */
export function accessTables(c: Columns) {
  return {
    setup: setupTable(c),
    membership: membershipTable(c),
    invitation: invitationTable(c),
    apiToken: apiTokenTable(c),
    shareLink: shareLinkTable(c),
    attempt: attemptTable(c),
  }
}
