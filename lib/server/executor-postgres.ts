import { postgresAccounts } from '../../db/accounts.ts'
import { failureOf } from '../../db/failure.ts'
import { migratePostgres, readMigrations } from '../../db/migrate.ts'
import { type Driver, loadDriver, makeListener, openPool, type Pool, type PoolClient, postgresStatements, runAsync } from '../../db/postgres.ts'
import type { Steps } from '../../db/query.ts'
import { StartError } from '../../db/start-error.ts'
import { type Executor, type ExecutorCheck, explain, type Job } from './executor.ts'

const channel = 'weft_revision'

/** Gives a connection back; one that broke is thrown away. */
async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isBroken = false
  try {
    return await work(client)
  } catch (error) {
    isBroken = failureOf(error) === 'unreachable'
    throw error
  } finally {
    client.release(isBroken)
  }
}

async function inTransaction<T>(client: PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin)
  try {
    const outcome = await work()
    await client.query('COMMIT')
    return outcome
  } catch (error) {
    // A connection that is gone has rolled back by itself; the first error is the one to tell.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Runs the jobs of a network one after the other: each decides on what the one before it left. */
function makeLanes() {
  const lastById = new Map<string, Promise<unknown>>()
  return <T>(networkId: string, work: () => Promise<T>): Promise<T> => {
    const before = lastById.get(networkId) ?? Promise.resolve()
    const mine = before.then(work, work)
    const quiet = mine
      .catch(() => undefined)
      .then(() => {
        if (lastById.get(networkId) === quiet) lastById.delete(networkId)
      })
    lastById.set(networkId, quiet)
    return mine
  }
}

const retries = 5

async function runJob<T>(pool: Pool, job: Job<T>): Promise<T> {
  const run = () =>
    withClient(pool, (client) =>
      inTransaction(client, 'BEGIN', async () => {
        const outcome = await runAsync(client, job.steps())
        const revision = job.revisionOf?.(outcome) ?? null
        if (revision !== null) await client.query('SELECT pg_notify($1, $2)', [channel, `${revision} ${job.networkId}`])
        return outcome
      }),
    )
  for (let round = 1; ; round += 1) {
    try {
      return await run()
    } catch (error) {
      // A deadlock or a lost race for a key: what the others did is now to be seen.
      const failure = failureOf(error)
      if ((failure !== 'busy' && failure !== 'duplicate') || round >= retries) throw error
    }
  }
}

type Listener = (networkId: string, revision: number) => void

/** Hears what any process commits, and connects again when the connection breaks. */
function startListening(driver: Driver, url: string, onRevision: Listener): () => void {
  let isStopped = false
  let client = makeListener(driver, url)
  let timer: NodeJS.Timeout | undefined
  const again = () => {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), 500)
  }
  const connect = async () => {
    client = makeListener(driver, url)
    client.on('error', again)
    client.on('notification', ({ payload }) => {
      const [revision, networkId] = splitOnce(payload ?? '')
      if (networkId !== '') onRevision(networkId, Number(revision))
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
    } catch {
      again()
    }
  }
  void connect()
  return () => {
    isStopped = true
    clearTimeout(timer)
    void client.end().catch(() => undefined)
  }
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(' ')
  return [text.slice(0, at), text.slice(at + 1)]
}

async function check(pool: Pool, migration: string): Promise<ExecutorCheck> {
  try {
    const answer = await pool.query<{ version: string; read_only: string; commit: string }>(
      "select current_setting('server_version') as version, current_setting('transaction_read_only') as read_only, current_setting('synchronous_commit') as commit",
    )
    const row = answer.rows[0]
    const faults = row?.read_only === 'on' ? ['The database only answers questions (it is a standby). Point DATABASE_URL at the primary.'] : []
    return { version: row?.version ?? '', migration, faults, settings: { synchronous_commit: row?.commit ?? '' } }
  } catch (error) {
    const reason = explain(error)
    return { version: '', migration, faults: [reason instanceof Error ? reason.message : String(reason)], settings: {} }
  }
}

/** Where a server is that cannot be used, and what it says; without the password. */
function startErrorOf(error: unknown, url: string): unknown {
  const isKnown = failureOf(error) === 'unreachable' || /^(28|3D|42501)/.test(String(error instanceof Error && 'code' in error ? error.code : ''))
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
  const pool = openPool(driver, url)
  const migrations = readMigrations(root, 'postgres')
  const migration = await withClient(pool, (client) => migratePostgres(client, migrations)).catch(async (error: unknown) => {
    await pool.end()
    throw startErrorOf(error, url)
  })
  const inLane = makeLanes()
  let stopListening: (() => void) | null = null
  const ask = <T>(steps: () => Steps<T>) =>
    withClient(pool, (client) => inTransaction(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', () => runAsync(client, steps())))
  return {
    dialect: 'postgres',
    statements: postgresStatements(),
    accounts: postgresAccounts(pool),
    isAlone: false,
    write: (job) =>
      inLane(job.networkId, async () => {
        try {
          const outcome = await runJob(pool, job)
          job.applied?.(outcome)
          job.published?.(outcome)
          return outcome
        } catch (error) {
          job.dropped?.()
          throw explain(error)
        }
      }),
    ask: async (steps) => {
      try {
        return await ask(steps)
      } catch (error) {
        throw explain(error)
      }
    },
    listen: (onRevision) => {
      stopListening = startListening(driver, url, onRevision)
    },
    purge: async () => undefined,
    check: () => check(pool, migration),
    close: async () => {
      stopListening?.()
      await pool.end()
    },
  }
}
