import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHashIn, contentHashOf } from './content-hash.ts'
import type { Header, Trailer } from './format.ts'
import { DamagedBackup } from './read.ts'
import { restoreBackup } from './restore.ts'
import { openSource } from './source.ts'
import { TargetRefused } from './target.ts'

export type Proved = { readonly header: Header; readonly trailer: Trailer; readonly contentHash: string }

/** A copy is a plain file: a link could lead to another one by the time it is needed. @throws TargetRefused */
export async function requirePlainFile(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null)
  if (!found) throw new TargetRefused(`There is no file ${path}.`)
  if (found.isFile()) return
  throw new TargetRefused(`${path} is ${found.isSymbolicLink() ? 'a link' : 'no plain file'}. Give the file itself.`)
}

async function hashOfDatabase(databaseUrl: string): Promise<string> {
  const source = await openSource(databaseUrl)
  try {
    return await contentHashOf(source)
  } finally {
    await source.close()
  }
}

/**
 * Shows that a copy can be restored: it is read from end to end, its SHA-256 and counts are compared, it is restored into a database that is
 * thrown away, and every row of that is compared with what the copy says.
 *
 * @param scratchFolder where that database may lie for a while; it needs about the room of the real one
 * @throws DamagedBackup; TargetRefused for what this program cannot restore
 */
export async function proveBackup(path: string, scratchFolder: string): Promise<Proved> {
  await requirePlainFile(path)
  const folder = await mkdtemp(join(scratchFolder, '.weft-scratch-'))
  try {
    const databaseUrl = `file:${join(folder, 'weft.db')}`
    const { header, trailer } = await restoreBackup(path, databaseUrl, { replace: false, stamp: '' })
    const [there, here] = [await contentHashIn(path), await hashOfDatabase(databaseUrl)]
    if (there !== here) throw new DamagedBackup('This backup restores to something else than it holds. Nothing was changed; keep another copy.')
    return { header, trailer, contentHash: here }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
