import type { IncomingMessage, ServerResponse } from 'node:http'
import { ask } from '../../../db/query.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import type { MetricsMount } from '../api/metrics.ts'
import { backupInChild } from '../backup/child.ts'
import { type BackupCondition, backupCondition, backupJob } from '../backup/condition.ts'
import type { Config } from '../config.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Live } from '../live/events.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store-contract.ts'
import { dataFamilies } from './data-families.ts'
import { type Family, writeExposition } from './exposition.ts'
import { watchProcess } from './process-families.ts'
import { openReadiness, type ReadinessReader } from './readiness.ts'
import { makeRequestIds } from './request-id.ts'
import { makeRequestStats, noStats } from './request-stats.ts'
import { beginTrace, type Trace } from './trace.ts'
import { countWrites } from './writes.ts'

/** What an operator sees of a server, and what the server does for him. */
export type Operation = {
  /** the store that the rest of the program uses, so that what it writes is counted */
  readonly store: Store
  readonly begin: (request: IncomingMessage, response: ServerResponse) => Trace
  readonly readiness: ReadinessReader
  /** @returns null where the numbers are told to nobody */
  readonly metrics: (live: Pick<Live, 'counts'>) => MetricsMount | null
  /** names the jobs of an operator */
  readonly schedule: (jobs: Pick<Jobs, 'every'>) => void
}

export type OperationOptions = { readonly config: Config; readonly store: Store; readonly log: Log; readonly clock?: () => Date }

function conditionReader({ config: { backup: plan }, store, clock = () => new Date() }: OperationOptions): (() => Promise<BackupCondition>) | null {
  if (!plan) return null
  return async () => {
    const [turn = null] = await store.ask((statements) => ask(statements.jobByName, { name: backupJob }))
    return backupCondition(plan, turn, clock())
  }
}

function liveFamilies({ counts }: Pick<Live, 'counts'>): Family[] {
  const { streams, windows } = counts()
  return [
    { name: 'weft_streams_open', help: 'Event streams that are open.', type: 'gauge', samples: [{ value: streams }] },
    { name: 'weft_presence_windows', help: 'Windows of people who are in a network now.', type: 'gauge', samples: [{ value: windows }] },
  ]
}

/** Opens what an operator needs. Nothing is counted where METRICS is off. */
export function openOperation(options: OperationOptions): Operation {
  const { config, log, clock = () => new Date() } = options
  const backup = conditionReader(options)
  const stats = config.metrics ? makeRequestStats() : noStats
  const tracing = { log, stats, requestIdOf: makeRequestIds(config.trustedProxies) }
  const writes = config.metrics ? countWrites(options.store) : { store: options.store, families: () => [] }
  const { store } = writes
  const readiness = openReadiness({ store, backup, log })
  const metrics = (live: Pick<Live, 'counts'>): MetricsMount | null => {
    if (!config.metrics) return null
    const { families: ofProcess } = watchProcess(packageJson.version)
    const write = async () => {
      const ofData = await dataFamilies({ store, readiness, backup, clock })
      return writeExposition([...ofProcess(), ...stats.families(), ...writes.families(), ...liveFamilies(live), ...ofData])
    }
    return { door: config.metrics, write }
  }
  const schedule = (jobs: Pick<Jobs, 'every'>) => {
    const plan = config.backup
    if (plan) jobs.every(backupJob, { cron: plan.at }, (signal) => backupInChild(config.databaseUrl, plan, signal))
  }
  return { store, begin: (request, response) => beginTrace(tracing, request, response), readiness, metrics, schedule }
}
