import type { BackupPlan } from '../config.ts'
import { nextTurn } from '../jobs/schedule.ts'
import { listShelf, type Shelved } from './shelf.ts'

/** good · none yet · old: a turn passed without one · failed: the last turn did · unreadable: the folder cannot be looked into */
export type BackupState = 'good' | 'none' | 'old' | 'failed' | 'unreadable'

export type BackupCondition = { readonly state: BackupState; readonly newest: Shelved | null; readonly count: number; readonly bytes: number }

/** How the last turn of a job went, as it is written down. */
export type LastTurn = { readonly lastAt: Date | null; readonly lastOutcome: string | null }

/** The name of the job that makes copies. */
export const backupJob = 'backup'

/** How long after its hour a copy may still be on its way. */
const graceMs = 3_600_000

function stateOf({ at }: BackupPlan, newest: Shelved | null, { turn, now }: { readonly turn: LastTurn | null; readonly now: Date }): BackupState {
  if (turn?.lastOutcome === 'failed' && turn.lastAt && turn.lastAt > (newest?.at ?? new Date(0))) return 'failed'
  if (!newest) return 'none'
  return now.getTime() > nextTurn({ cron: at }, newest.at).getTime() + graceMs ? 'old' : 'good'
}

function listOrNull(folder: string): Shelved[] | null {
  try {
    return listShelf(folder)
  } catch {
    return null
  }
}

/** How it stands with the copies that a server makes: told by the folder itself, and by how the last turn went. */
export function backupCondition(plan: BackupPlan, turn: LastTurn | null, now: Date): BackupCondition {
  const shelved = listOrNull(plan.folder)
  const newest = shelved?.[0] ?? null
  const state = stateOf(plan, newest, { turn, now })
  return {
    state: shelved === null && state === 'none' && turn?.lastAt ? 'unreadable' : state,
    newest,
    count: shelved?.length ?? 0,
    bytes: shelved?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0,
  }
}
