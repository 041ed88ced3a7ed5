import { postgresAccounts, type RunAccounts } from '../../db/accounts.ts'
import { failureOf } from '../../db/failure.ts'
import { appliedPostgres, migratePostgres, readMigrations } from '../../db/migrate.ts'
import { loadDriver, type PoolClient, postgresStatements, runAsync } from '../../db/postgres.ts'
import { ask, type Steps } from '../../db/query.ts'
import { StartError } from '../../db/start-error.ts'
import type { Statements } from '../../db/statements/index.ts'
import { type DatabaseFault, type Executor, type ExecutorCheck, explain, faultOf, type Job, schemaFaults } from './executor.ts'
import { type Connections, isLost, openConnections } from './postgres/connections.ts'
import { openHearing, revisionChannel } from './postgres/hearing.ts'
import { makeLanes } from './postgres/lanes.ts'
import { makePatience, type Patience, patiently } from './postgres/patience.ts'
import { transact, type Work } from './postgres/transaction.ts'

const retries = 5

/** A job as a transaction: what is told with its commit, and how its change set is found again. */
function workOf<T>(statements: Statements, job: Job<T>): Work<T> {
  const setOf = (outcome: T) => job.setOf?.(outcome) ?? null
  return {
    run: (client) => runAsync(client, job.steps()),
    noticeOf: (outcome) => {
      const set = setOf(outcome)
      return set && { channel: revisionChannel, text: `${set.revision} ${job.networkId}` }
    },
    isThere: async (client, outcome) => {
      const set = setOf(outcome)
      if (!set) return null
      return (await runAsync(client, ask(statements.setById, { networkId: job.networkId, id: set.id }))).length > 0
    },
  }
}

/** The database is away, and the time to wait for it was over before this had its turn. */
function awayError(): Error {
  return Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' })
}

type Running = { readonly connections: Connections; readonly statements: Statements; readonly patience: Patience }

async function runJob<T>({ connections, statements, patience }: Running, job: Job<T>): Promise<T> {
  if (connections.isDown() && patience.isOver()) throw awayError()
  const work = workOf(statements, job)
  for (let round = 1; ; round += 1) {
    try {
      return await transact(connections, work, patience)
    } catch (error) {
      // A deadlock or a lost race for a key: what the others did is now to be seen.
      const failure = failureOf(error)
      const isPassing = failure === 'duplicate' || (failure === 'busy' && !patience.isOver())
      if (!isPassing || round >= retries) throw error
    }
  }
}

async function readOnly<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const answer = await work()
    await client.query('COMMIT')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Statements of the account library: a question is asked again, anything else is made once, like every write. */
function runAccounts(connections: Connections): RunAccounts {
  return async (text, values) => {
    const run = (client: PoolClient) => client.query<unknown[]>({ text, values, rowMode: 'array' })
    const patience = makePatience()
    try {
      if (/^select\b/i.test(text)) return await patiently(patience, () => connections.use(run), isLost)
      return await transact(connections, { run }, patience)
    } catch (error) {
      throw explain(error)
    }
  }
}

const checkText = `SELECT current_setting('server_version') AS version, current_setting('transaction_read_only') AS "readOnly",
  current_setting('synchronous_commit') AS "synchronousCommit"`

type Checked = { readonly version: string; readonly readOnly: string; readonly synchronousCommit: string }

const unwritable: DatabaseFault = {
  about: 'database',
  message: 'The database refuses to be written (default_transaction_read_only). Allow it for the user of DATABASE_URL.',
}

async function check(connections: Connections, migration: string): Promise<ExecutorCheck> {
  try {
    return await connections.use(async (client) => {
      const { rows } = await client.query<Checked>(checkText)
      const found = (await appliedPostgres(client)).at(-1) ?? ''
      const faults = [...(rows[0]?.readOnly === 'on' ? [unwritable] : []), ...schemaFaults(migration, found)]
      return { version: rows[0]?.version ?? '', migration, faults, settings: { synchronous_commit: rows[0]?.synchronousCommit ?? '' } }
    })
  } catch (error) {
    return { version: '', migration, faults: [faultOf(error)], settings: {} }
  }
}

async function bytesOf(connections: Connections): Promise<number> {
  const { rows } = await connections.use((client) => client.query<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes'))
  return rows[0]?.bytes ?? 0
}

/** Where a server is that cannot be used, and what it says; without the password. */
function startErrorOf(error: unknown, url: string): unknown {
  const isKnown = isLost(error) || /^(28|3D|42501)/.test(String(error instanceof Error && 'code' in error ? error.code : ''))
  if (!isKnown || !(error instanceof Error)) return error
  const { host, pathname } = new URL(url)
  return new StartError(
    `The database ${pathname.slice(1)} on PostgreSQL at ${host} cannot be used: ${error.message || 'no connection'}. Check DATABASE_URL, and that the server runs.`,
    { cause: error },
  )
}

/** Opens a PostgreSQL database, brings its schema up to date, and runs steps on it. */
export async function openPostgresExecutor(root: string, url: string): Promise<Executor> {
  const driver = await loadDriver()
  const connections = openConnections(driver, url)
  const migrations = readMigrations(root, 'postgres')
  const migration = await connections
    .use((client) => migratePostgres(client, migrations))
    .catch(async (error: unknown) => {
      await connections.close()
      throw startErrorOf(error, url)
    })
  const [statements, hearing, inLane] = [postgresStatements(), openHearing(driver, url), makeLanes()]
  const write: Executor['write'] = (job) => {
    const patience = makePatience()
    return inLane(job.networkId, async () => {
      try {
        const outcome = await runJob({ connections, statements, patience }, job)
        job.applied?.(outcome)
        job.published?.(outcome)
        return outcome
      } catch (error) {
        job.dropped?.()
        throw explain(error)
      }
    })
  }
  const askOnce = <T>(steps: () => Steps<T>) => connections.use((client) => readOnly(client, () => runAsync(client, steps())))
  return {
    dialect: 'postgres',
    statements,
    accounts: postgresAccounts(runAccounts(connections)),
    isAlone: false,
    write,
    ask: async (steps) => {
      try {
        return await patiently(makePatience(), () => askOnce(steps), isLost)
      } catch (error) {
        throw explain(error)
      }
    },
    listen: (onRevision, onGap) => hearing.start({ onRevision, onGap }),
    broadcast: hearing.broadcast,
    purge: async () => undefined,
    check: () => check(connections, migration),
    bytes: () => bytesOf(connections),
    close: async () => {
      hearing.stop()
      await connections.close()
    },
  }
}
