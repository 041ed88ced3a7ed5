import type { Columns } from '../columns.ts'

function userTable(c: Columns) {
  return c.table(
    'user',
    {
      id: c.ref('id').primaryKey(),
      name: c.str('name').notNull(),
      email: c.str('email').notNull(),
      emailVerified: c.bool('email_verified').notNull().default(false),
      image: c.str('image'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
      twoFactorEnabled: c.bool('two_factor_enabled').notNull().default(false),
      /** may everything on this server that is not inside a network: create, delete and take over networks */
      isInstanceOwner: c.bool('is_instance_owner').notNull().default(false),
      disabledAt: c.instant('disabled_at'),
    },
    (t) => [c.uniqueIndex('user_email').on(t.email)],
  )
}

type UserTable = ReturnType<typeof userTable>

function sessionTable(c: Columns, user: UserTable) {
  return c.table(
    'session',
    {
      id: c.ref('id').primaryKey(),
      token: c.str('token').notNull(),
      userId: c
        .ref('user_id')
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      expiresAt: c.instant('expires_at').notNull(),
      ipAddress: c.str('ip_address'),
      userAgent: c.str('user_agent'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.uniqueIndex('session_token').on(t.token), c.index('session_user').on(t.userId)],
  )
}

function accountTable(c: Columns, user: UserTable) {
  return c.table(
    'account',
    {
      id: c.ref('id').primaryKey(),
      accountId: c.str('account_id').notNull(),
      providerId: c.str('provider_id').notNull(),
      userId: c
        .ref('user_id')
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      accessToken: c.str('access_token'),
      refreshToken: c.str('refresh_token'),
      idToken: c.str('id_token'),
      accessTokenExpiresAt: c.instant('access_token_expires_at'),
      refreshTokenExpiresAt: c.instant('refresh_token_expires_at'),
      scope: c.str('scope'),
      password: c.str('password'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.uniqueIndex('account_provider').on(t.providerId, t.accountId), c.index('account_user').on(t.userId)],
  )
}

function verificationTable(c: Columns) {
  return c.table(
    'verification',
    {
      id: c.ref('id').primaryKey(),
      identifier: c.str('identifier').notNull(),
      value: c.str('value').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.index('verification_identifier').on(t.identifier)],
  )
}

function twoFactorTable(c: Columns, user: UserTable) {
  return c.table(
    'two_factor',
    {
      id: c.ref('id').primaryKey(),
      secret: c.str('secret').notNull(),
      backupCodes: c.str('backup_codes').notNull(),
      userId: c
        .ref('user_id')
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      verified: c.bool('verified').notNull().default(true),
      /** wrong codes in a row, over all challenges; past a limit no code is taken until `lockedUntil` */
      failedVerificationCount: c.int('failed_verification_count').notNull().default(0),
      lockedUntil: c.instant('locked_until'),
    },
    (t) => [c.index('two_factor_user').on(t.userId)],
  )
}

/**
 * Accounts and sign-ins, with the tables and fields that the account library asks for. They are no records of a network: nothing of them is in
 * the change log or in a portable document.
 */
export function accountTables(c: Columns) {
  const user = userTable(c)
  return {
    user,
    session: sessionTable(c, user),
    account: accountTable(c, user),
    verification: verificationTable(c),
    twoFactor: twoFactorTable(c, user),
  }
}
