import type { BackupCondition } from '../backup/condition.ts'
import type { Log } from '../log.ts'
import type { Store, StoreCheck } from '../store-contract.ts'

/** Whether this server can serve, in words that anybody may read: no paths, no addresses. */
export type Readiness = {
  readonly isReady: boolean
  readonly database: 'sqlite' | 'postgres'
  readonly checks: {
    readonly database: 'ok' | 'failed'
    readonly schema: 'ok' | 'failed'
    readonly disk: 'ok' | 'full'
    /** how it stands with the copies; left out where the server makes none. An old copy is no reason to turn people away. */
    readonly backup?: BackupCondition['state']
  }
}

export type ReadinessOptions = {
  readonly store: Pick<Store, 'check'>
  /** null where the server makes no copies by itself */
  readonly backup?: (() => Promise<BackupCondition>) | null
  readonly log?: Pick<Log, 'error' | 'warn'>
  /** milliseconds of a clock that never goes back */
  readonly monotonic?: () => number
}

/** Tells whether a server is ready; asked as often as anybody likes, it looks once a second. */
export type ReadinessReader = () => Promise<Readiness>

const freshMs = 1_000

function hasFault({ faults }: StoreCheck, about: string): boolean {
  return faults.some((fault) => fault.about === about)
}

async function stateOfBackup(read: () => Promise<BackupCondition>): Promise<BackupCondition['state']> {
  try {
    return (await read()).state
  } catch {
    return 'unreadable'
  }
}

/** Reads how it stands, and tells the log when that changes. */
export function openReadiness({ store, backup = null, log, monotonic = () => performance.now() }: ReadinessOptions): ReadinessReader {
  let wasReady = true
  let last: { readonly since: number; readonly answer: Promise<Readiness> } | null = null
  const tell = ({ ok, faults }: StoreCheck) => {
    if (wasReady && !ok) log?.error({ faults: faults.map(({ message }) => message) }, 'this server is not ready')
    if (!wasReady && ok) log?.warn('this server is ready again')
    wasReady = ok
  }
  const look = async (): Promise<Readiness> => {
    const check = await store.check()
    tell(check)
    const state = backup && (await stateOfBackup(backup))
    const checks = {
      database: hasFault(check, 'database') ? 'failed' : 'ok',
      schema: hasFault(check, 'schema') ? 'failed' : 'ok',
      disk: hasFault(check, 'disk') ? 'full' : 'ok',
      ...(state && { backup: state }),
    } as const
    return { isReady: check.ok, database: check.dialect, checks }
  }
  return () => {
    if (last && monotonic() - last.since < freshMs) return last.answer
    last = { since: monotonic(), answer: look() }
    return last.answer
  }
}
