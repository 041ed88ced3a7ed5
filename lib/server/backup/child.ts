import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { BackupPlan } from '../config.ts'

/** The command line beside this program: one file in the build, a source otherwise. */
function commandLine(): string {
  const built = join(import.meta.dirname, 'cli.mjs')
  return existsSync(built) ? built : join(import.meta.dirname, '..', 'cli', 'main.ts')
}

/** What the command line says went wrong, or what it printed. */
function reasonIn(output: string): string {
  try {
    const reason: unknown = Reflect.get(Object(JSON.parse(output)), 'error')
    return typeof reason === 'string' ? reason : output
  } catch {
    return output
  }
}

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the system gives nobody another priority: it only takes its share then.
  }
}

/** A copy that takes longer hangs: the folder may be on a drive that does not answer. */
const longestMs = 4 * 3_600_000

/**
 * Makes a copy in a process of its own, which gives way to this one: reading, packing and proving a database would hold up every request.
 * The database is told by the environment, where no other user of the machine reads its password.
 *
 * @throws Error with what went wrong
 */
export async function backupInChild(databaseUrl: string, { folder, keep }: BackupPlan, signal: AbortSignal): Promise<void> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    BACKUP_DIR: folder,
    BACKUP_KEEP: `${keep.daily}/${keep.weekly}/${keep.monthly}`,
  }
  const child = spawn(process.execPath, [commandLine(), 'backup', 'now', '--json'], {
    env,
    signal,
    timeout: longestMs,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  giveWay(child.pid)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, output, complaint] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`no copy of the database was made: ${reasonIn(output || complaint).trim() || `it ended with ${code}`}`)
}
