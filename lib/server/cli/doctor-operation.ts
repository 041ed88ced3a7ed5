import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask } from '../../../db/query.ts'
import { type BackupCondition, backupCondition, backupJob } from '../backup/condition.ts'
import type { Source } from '../backup/source.ts'
import type { BackupPlan, Config } from '../config.ts'
import { isPostgres } from '../database-url.ts'
import { fileOf } from '../store.ts'
import type { Finding } from './finding.ts'

function deviceOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.dev ?? null
}

/** A copy on the disk that fails is no copy. */
function isOnSameDisk(databaseUrl: string, folder: string): boolean {
  if (isPostgres(databaseUrl)) return false
  const device = deviceOf(folder)
  return device !== null && device === deviceOf(dirname(fileOf(databaseUrl)))
}

const remedies: Readonly<Record<BackupCondition['state'], string>> = {
  good: '',
  none: 'none yet. The first one is made at its hour; “weft backup now” makes one at once.',
  old: 'too old: a turn has passed without one. Does the server run? Its log tells more.',
  failed: 'the last try failed. The log of the server says why; “weft backup now” tries again.',
  unreadable: 'cannot be looked into. Is its disk mounted, and may this user read it?',
}

function newestOf({ newest, count, bytes }: BackupCondition): string {
  if (!newest) return ''
  return `newest ${newest.at.toISOString()}, ${count} in all, ${Math.ceil(bytes / 2 ** 20)} MB`
}

function planFinding(plan: BackupPlan, condition: BackupCondition, databaseUrl: string): Finding {
  const { state } = condition
  const isWell = state === 'good' || state === 'none'
  const isNear = isOnSameDisk(databaseUrl, plan.folder)
  const near = isNear ? 'They lie on the disk of the database: put BACKUP_DIR on another one.' : ''
  const found = [`${plan.folder} (${plan.at}):`, newestOf(condition), remedies[state], near].filter(Boolean).join(' ')
  return { about: 'backup', isWell, isWeak: isNear || state === 'none', found }
}

/** How it stands with the copies that the server makes. The schema has to be up to date. */
export async function backupFinding({ statements, ask: read }: Source, { backup: plan, databaseUrl }: Config, now: Date): Promise<Finding> {
  if (!plan) return { about: 'backup', isWell: true, isWeak: true, found: 'none by itself. Give BACKUP_DIR, and the server makes one every night.' }
  const [turn = null] = await read(ask(statements.jobByName, { name: backupJob }))
  return planFinding(plan, backupCondition(plan, turn, now), databaseUrl)
}

/** What the server tells of itself. */
export function tellingFindings({ metrics, logLevel }: Pick<Config, 'metrics' | 'logLevel'>): Finding[] {
  const door = metrics?.token === null ? 'for programs of this computer' : 'for whoever has the token'
  return [
    { about: 'metrics', isWell: true, found: metrics ? `at /metrics, ${door}` : 'off' },
    {
      about: 'log',
      isWell: true,
      isWeak: logLevel === 'silent',
      found: logLevel === 'silent' ? 'silent: nobody is told what fails. Give LOG_LEVEL=warn.' : `from ${logLevel} on, as JSON on standard error`,
    },
  ]
}
