import { failureOf } from '../../../db/failure.ts'
import { type Driver, openAside, openPool, type Pool, type PoolClient, socketOf } from '../../../db/postgres.ts'
import { type Backend, endIdle, isAtWork, meet } from '../../../db/postgres-backend.ts'
import { watched } from './watch.ts'
import { within } from './within.ts'

/** Most time that a question about another connection may take. */
const probeMs = 1_500

/** The connections of this process: each lent to one piece of work at a time, thrown away when it breaks. */
export type Connections = {
  /** @throws what the work throws, or that no connection can be had */
  readonly use: <T>(work: (client: PoolClient, backend: Backend) => Promise<T>) => Promise<T>
  /** no connection could be had when one was last wanted */
  readonly isDown: () => boolean
  readonly close: () => Promise<void>
}

/** Asks on a connection of its own, which is not one of the pool: that may be full, or dead as a whole. */
function makeProbe(driver: Driver, url: string) {
  return async <T>(question: (client: Pick<PoolClient, 'query'>) => Promise<T>): Promise<T> => {
    const client = openAside(driver, url, 'probe')
    try {
      return await within(
        probeMs,
        client.connect().then(() => question(client)),
      )
    } finally {
      socketOf(client).destroy()
    }
  }
}

/** Knows the connections that wait for work, so that all can be thrown away: where one is dead, the others may be. */
function keepIdle(pool: Pool) {
  const idle = new Set<PoolClient>()
  pool.on('release', (error, client) => !error && idle.add(client))
  pool.on('acquire', (client) => idle.delete(client))
  pool.on('remove', (client) => idle.delete(client))
  return {
    dropAll: () => {
      for (const client of idle) socketOf(client).destroy()
    },
  }
}

export function openConnections(driver: Driver, url: string): Connections {
  const pool = openPool(driver, url, 'never pauses')
  const probe = makeProbe(driver, url)
  const idle = keepIdle(pool)
  const backends = new WeakMap<PoolClient, Backend>()
  let isDown = false
  const bury = (backend: Backend) => probe((client) => endIdle(client, backend)).catch(() => undefined)
  const backendOf = async (client: PoolClient): Promise<Backend> => {
    const known = backends.get(client)
    if (known) return known
    const met = await within(probeMs, meet(client))
    backends.set(client, met)
    return met
  }
  const lend = async <T>(client: PoolClient, work: (client: PoolClient, backend: Backend) => Promise<T>): Promise<T> => {
    const backend = await backendOf(client)
    isDown = false
    return watched(
      {
        socket: socketOf(client),
        // Full, the server cannot be asked, but it is there.
        isAtWork: () => probe((asking) => isAtWork(asking, backend)).catch((error: unknown) => failureOf(error) === 'full'),
        onDead: () => void bury(backend),
      },
      () => work(client, backend),
    )
  }
  return {
    isDown: () => isDown,
    use: async (work) => {
      const client = await pool.connect().catch((error: unknown) => {
        isDown = true
        throw error
      })
      let isBroken = false
      try {
        return await lend(client, work)
      } catch (error) {
        isBroken = isLost(error)
        throw error
      } finally {
        if (isBroken) {
          socketOf(client).destroy()
          idle.dropAll()
        }
        client.release(isBroken)
      }
    },
    close: () => pool.end(),
  }
}

/** Whether a failure says that the connection, or the server behind it, is not the one that is wanted: another one may be. */
export function isLost(error: unknown): boolean {
  const failure = failureOf(error)
  return failure === 'unreachable' || failure === 'standby'
}
