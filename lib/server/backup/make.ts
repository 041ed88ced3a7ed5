import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Proved, proveBackup } from './prove.ts'
import type { Keep } from './retention.ts'
import { pruneShelf, shelfName, unprovedPath } from './shelf.ts'
import { requireSound } from './sound.ts'
import { openSource } from './source.ts'
import { writeBackup } from './write.ts'

export type Making = { readonly databaseUrl: string; readonly folder: string; readonly keep: Keep; readonly now: Date }

export type Made = Proved & {
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** names of the copies that had served their time */
  readonly pruned: readonly string[]
}

async function write(databaseUrl: string, path: string, now: Date): Promise<void> {
  const source = await openSource(databaseUrl)
  try {
    await requireSound(source)
    await writeBackup(source, path, now.toISOString())
  } finally {
    await source.close()
  }
}

/** Makes a name last: a file that is renamed is there after a power cut only once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Adds a copy to the folder of copies, and removes those that have served their time. The copy gets its name only when it is proved, and none
 * is removed before that: whatever fails, the last good one stays.
 */
export async function makeBackup({ databaseUrl, folder, keep, now }: Making): Promise<Made> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = shelfName(now)
  const [path, unproved] = [join(folder, name), unprovedPath(folder, name)]
  try {
    await write(databaseUrl, unproved, now)
    const proved = await proveBackup(unproved, folder)
    await rename(unproved, path)
    await syncFolder(folder)
    return { ...proved, name, path, bytes: (await stat(path)).size, pruned: pruneShelf(folder, keep, now) }
  } catch (error) {
    await rm(unproved, { force: true })
    throw error
  }
}
