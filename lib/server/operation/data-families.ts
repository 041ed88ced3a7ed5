import { ask } from '../../../db/query.ts'
import type { BackupCondition } from '../backup/condition.ts'
import type { Store } from '../store-contract.ts'
import type { Family, Sample } from './exposition.ts'
import type { ReadinessReader } from './readiness.ts'

export type DataSources = {
  readonly store: Pick<Store, 'ask' | 'bytes' | 'dialect'>
  readonly readiness: ReadinessReader
  /** null where the server makes no copies by itself */
  readonly backup: (() => Promise<BackupCondition>) | null
  readonly clock: () => Date
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples }
}

function seconds(at: Date): number {
  return at.getTime() / 1_000
}

async function outboxFamilies({ store, clock }: DataSources): Promise<Family[]> {
  const { waiting, failed, oldest } = await store.ask(function* (statements) {
    const [open] = yield* ask(statements.waitingInOutbox)
    const [over] = yield* ask(statements.failedInOutbox)
    return { waiting: open?.total ?? 0, oldest: open?.oldest ?? null, failed: over?.total ?? 0 }
  })
  const age = oldest ? Math.max(0, (clock().getTime() - oldest.getTime()) / 1_000) : 0
  return [
    gauge('weft_outbox_waiting', 'Deliveries and mails that are still to be sent.', [{ value: waiting }]),
    gauge('weft_outbox_failed', 'Deliveries that were given up in the last 30 days.', [{ value: failed }]),
    gauge('weft_outbox_oldest_seconds', 'How long the oldest of those that wait has waited.', [{ value: age }]),
  ]
}

async function jobFamilies({ store }: DataSources): Promise<Family[]> {
  const jobs = await store.ask((statements) => ask(statements.jobs))
  const ended = jobs.flatMap(({ name, lastAt, lastOutcome }) => (lastAt ? [{ name, lastAt, lastOutcome }] : []))
  return [
    gauge(
      'weft_job_last_run_timestamp_seconds',
      'When a job last ran.',
      ended.map(({ name, lastAt }) => ({ labels: { job: name }, value: seconds(lastAt) })),
    ),
    gauge(
      'weft_job_last_run_ok',
      'Whether its last run went well.',
      ended.map(({ name, lastOutcome }) => ({ labels: { job: name }, value: lastOutcome === 'failed' ? 0 : 1 })),
    ),
    gauge(
      'weft_job_next_run_timestamp_seconds',
      'When a job runs next.',
      jobs.map(({ name, nextAt }) => ({ labels: { job: name }, value: seconds(nextAt) })),
    ),
  ]
}

const states: readonly BackupCondition['state'][] = ['good', 'none', 'old', 'failed', 'unreadable']

async function backupFamilies({ backup, clock }: DataSources): Promise<Family[]> {
  if (!backup) return []
  const { state, newest, count, bytes } = await backup()
  const age = newest ? [{ value: (clock().getTime() - newest.at.getTime()) / 1_000 }] : []
  return [
    gauge('weft_backup_age_seconds', 'Age of the newest copy that was proved.', age),
    gauge('weft_backup_newest_bytes', 'Its size.', newest ? [{ value: newest.bytes }] : []),
    gauge('weft_backups', 'Copies in BACKUP_DIR.', [{ value: count }]),
    gauge('weft_backups_bytes', 'What they take together.', [{ value: bytes }]),
    gauge(
      'weft_backup_state',
      'How it stands with the copies: 1 at the state that holds.',
      states.map((each) => ({ labels: { state: each }, value: each === state ? 1 : 0 })),
    ),
  ]
}

async function databaseFamilies({ store, readiness }: DataSources): Promise<Family[]> {
  const { isReady } = await readiness()
  return [
    gauge('weft_ready', 'Whether this server can serve.', [{ value: isReady ? 1 : 0 }]),
    gauge('weft_database_bytes', 'Size of the database on its disk.', [{ labels: { kind: store.dialect }, value: await store.bytes() }]),
  ]
}

/** Numbers of what this server keeps. A part that cannot be read is left out: when a database is gone, the others are what one needs. */
export async function dataFamilies(sources: DataSources): Promise<Family[]> {
  const parts = await Promise.allSettled([databaseFamilies(sources), outboxFamilies(sources), jobFamilies(sources), backupFamilies(sources)])
  return parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []))
}
