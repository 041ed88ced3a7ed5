import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Keep, keptOf } from './retention.ts'

/** A copy in the folder of copies: proved before it got its name. */
export type Shelved = { readonly name: string; readonly path: string; readonly at: Date; readonly bytes: number }

const nameShape = /^weft-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.backup$/

/** The name of a copy: the instant that it is of, to the second, without colons. */
export function shelfName(at: Date): string {
  return `weft-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`
}

function instantIn(name: string): Date | null {
  const [, day, hour, minute, second] = nameShape.exec(name) ?? []
  return day === undefined ? null : new Date(`${day}T${hour}:${minute}:${second}Z`)
}

function shelvedAt(folder: string, name: string): Shelved[] {
  const at = instantIn(name)
  if (at === null) return []
  const path = join(folder, name)
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? [{ name, path, at, bytes: found.size }] : []
}

/** The copies of a folder, newest first. Only plain files with a name of ours count: a link leads elsewhere and is left alone. */
export function listShelf(folder: string): Shelved[] {
  return readdirSync(folder)
    .flatMap((name) => shelvedAt(folder, name))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** The name under which a copy is made, until it is proved. */
export function unprovedPath(folder: string, name: string): string {
  return join(folder, `.${name}.unproved`)
}

const forgottenMs = 86_400_000

/** What a run that was killed left behind, a day later: another run may be at work until then. */
function removeForgotten(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.weft-.+\.unproved(\.unfinished)?$/.test(name) && !/^\.weft-scratch-/.test(name)) continue
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found && now.getTime() - found.mtimeMs > forgottenMs) rmSync(path, { recursive: true, force: true })
  }
}

/** Removes the copies that have served their time. @returns their names */
export function pruneShelf(folder: string, keep: Keep, now: Date): string[] {
  removeForgotten(folder, now)
  const shelved = listShelf(folder)
  const kept = keptOf(
    shelved.map(({ at }) => at),
    keep,
  )
  const old = shelved.filter(({ at }) => !kept.has(at))
  for (const { path } of old) rmSync(path, { force: true })
  return old.map(({ name }) => name)
}
