/** What a database refused, in the words that the server acts on. */
export type DatabaseFailure =
  | 'busy'
  | 'full'
  | 'readOnly'
  | 'corrupt'
  | 'duplicate'
  | 'dangling'
  | 'badText'
  | 'unreachable'
  | 'standby'
  | 'slow'
  | 'unknown'
  | 'other'

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : ''
  return typeof code === 'string' ? code : ''
}

const sqliteFailures: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC|IOERR_SHMSIZE)/, 'full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'readOnly'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/, 'duplicate'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY/, 'dangling'],
  [/^SQLITE_IOERR/, 'unreachable'],
]

/** PostgreSQL's SQLSTATE classes, and the codes of Node's sockets. */
const postgresFailures: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/^(40001|40P01|55P03)$/, 'busy'],
  [/^53/, 'full'],
  [/^25006$/, 'standby'],
  [/^57014$/, 'slow'],
  [/^XX00[12]$/, 'corrupt'],
  [/^23505$/, 'duplicate'],
  [/^23503$/, 'dangling'],
  [/^22/, 'badText'],
  [/^(08...|25P0[34]|57P0.|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'unreachable'],
  [/^WEFT_OUTCOME_UNKNOWN$/, 'unknown'],
]

/** Tells what kind of failure a driver reported. */
export function failureOf(error: unknown): DatabaseFailure {
  const code = codeOf(error)
  const table = code.startsWith('SQLITE_') ? sqliteFailures : postgresFailures
  const found = table.find(([pattern]) => pattern.test(code))?.[1]
  if (found) return found
  return error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered|was closed)/.test(error.message)
    ? 'unreachable'
    : 'other'
}
