import { isAbsolute, resolve as resolvePath } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import type { Executor } from './executor.ts'
import { sqliteExecutor, takeFile } from './executor-sqlite.ts'
import type { Spacing } from './history/checkpoints.ts'
import { makeStore } from './make-store.ts'
import { projectRoot } from './root.ts'
import type { Store } from './store-contract.ts'

export type * from './store-contract.ts'

export type StoreOptions = {
  /** the folder of the project, where the migrations lie; found by itself */
  readonly root?: string
  /** the instant of now; for which check-ins travel, and for how long keys are remembered */
  readonly clock?: () => Date
  /** how often the whole network is written down, so that its past is quick to read */
  readonly spacing?: Spacing
}

/** The file that a `file:` address means; a relative one lies in the working folder. */
export function fileOf(databaseUrl: string): string {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl)
  const path = databaseUrl.replace(/^file:/, '')
  return isAbsolute(path) ? path : resolvePath(process.cwd(), path)
}

async function openExecutor(databaseUrl: string, root: string): Promise<Executor> {
  if (/^postgres(ql)?:/.test(databaseUrl)) {
    const { openPostgresExecutor } = await import('./executor-postgres.ts')
    return openPostgresExecutor(root, databaseUrl)
  }
  return sqliteExecutor(takeFile(root, fileOf(databaseUrl)))
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @param databaseUrl `file:./data/weft.db` or `postgres://…`
 * @throws Error that says what to do: the file is in use, the schema is newer, the server cannot be reached
 */
export async function openStore(databaseUrl: string, options: StoreOptions = {}): Promise<Store> {
  const executor = await openExecutor(databaseUrl, options.root ?? projectRoot())
  return makeStore(executor, { clock: options.clock ?? (() => new Date()), newSetId: () => `set_${uuidv7()}`, spacing: options.spacing })
}
