import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { WeftServer } from './weft-server.ts'

export type Command = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }

/** Runs commands as one step, as a page does; gives the revision that it made. */
export async function commit(page: Page, network: string, commands: readonly Command[]): Promise<number> {
  const answer = await page.request.post(`/api/v1/networks${network}/commands`, { data: { commands } })
  if (!answer.ok()) throw new Error(`the commands were refused: ${answer.status()} ${await answer.text()}`)
  return Number((await answer.json()).revision)
}

const keepers = ['change_set_no_update']

/**
 * Makes a network older than it is: its change sets up to each revision are written anew as of so many days ago, in the file of the server,
 * which is down meanwhile. The log forbids this, so its guard steps aside for this one write.
 *
 * @param daysAgo by revision, ascending: the change sets up to it, from the one before
 */
export async function ageNetwork(weft: WeftServer, daysAgo: readonly (readonly [revision: number, days: number])[]): Promise<void> {
  await weft.kill()
  const database = new Database(weft.databaseUrl.slice('file:'.length))
  const guards = keepers.map((name) => database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(name))
  for (const name of keepers) database.exec(`DROP TRIGGER ${name}`)
  let from = 0
  for (const [revision, days] of daysAgo) {
    database.prepare('UPDATE change_set SET at = at - ? WHERE revision > ? AND revision <= ?').run(days * 86_400_000, from, revision)
    from = revision
  }
  for (const guard of guards) database.exec(String(guard))
  database.close()
  await weft.again()
}
