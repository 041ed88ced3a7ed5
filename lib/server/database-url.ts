/** Whether a database address means PostgreSQL; everything else is a SQLite file. */
export function isPostgres(databaseUrl: string): boolean {
  return /^postgres(ql)?:/.test(databaseUrl)
}

/** An address as it may be printed: without its password, whatever signs that holds. */
export function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/^([^:]+:\/\/[^:/?#]*):.*@/s, '$1:…@')
}
