import { ask } from '../../../../db/query.ts'
import { system } from '../../../../lib/domain/access.ts'
import { reverseAll } from '../../../../lib/domain/change.ts'
import { noteAddress } from '../../../../lib/server/client-address.ts'
import { canaryOf } from './document.ts'
import { filled, operationOf } from './requests.ts'
import { type ActorName, actors, type Ground, makeWorld, type World } from './world.ts'

/** The expected status of each actor, in the order of `actors`. */
export type Expectations = Readonly<Record<string, string>>

/** A cell that is not as the table says. */
export type Mismatch = { readonly row: string; readonly actor: ActorName; readonly expected: string; readonly got: string }

function pathOf(row: string, world: World, actor: ActorName): string {
  const { params = {}, query = {} } = filled(row, world, actor)
  const all: Record<string, string> = { network: world.networkId, ...params }
  const path = operationOf(row).path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(all[name] ?? `missing-${name}`))
  const search = new URLSearchParams(query).toString()
  return `/api/v1${path}${search && `?${search}`}`
}

type Got = { readonly status: number; readonly text: string }

/** An edit says which revision it is of. */
function bodyOf(row: string, { world, actor }: Asked, revision: number): unknown {
  const { body } = filled(row, world, actor)
  return typeof body === 'object' && body !== null && 'revision' in body ? { ...body, revision } : body
}

type Asked = { readonly world: World; readonly actor: ActorName }

let asked = 0

/** Each request comes from an address of its own, so that no limit of tries stands in the way. */
async function send({ app }: Ground, row: string, { world, actor, revision }: Asked & { readonly revision: number }): Promise<Got> {
  const body = bodyOf(row, { world, actor }, revision)
  const headers = { ...world.headers[actor], ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const init = { method: operationOf(row).method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const request = new Request(new URL(pathOf(row, world, actor), 'http://localhost'), init)
  asked += 1
  noteAddress(request, `matrix ${asked}`)
  const response = await app.fetch(request)
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return { status: response.status, text: '' }
  }
  return { status: response.status, text: await response.text() }
}

/** Takes back what a call wrote to the records. @returns false where the world has to be made anew, because something else was written */
async function putBack({ store }: Ground, { networkId }: World, before: number): Promise<boolean> {
  const found = await store.changesSince(networkId, before, 10).catch(() => 'reset' as const)
  if (found === 'reset' || found.length !== 1) return false
  const changes = found.flatMap((set) => reverseAll(set.changes))
  const ctx = { actor: 'cli', who: system, networkId, now: '2027-02-10T09:00:00Z' }
  await store.commit(ctx, { name: 'put back', decide: () => changes })
  return true
}

async function revisionOf({ store }: Ground, networkId: string): Promise<number> {
  const [row] = await store.ask((statements) => ask(statements.revision, { networkId }))
  return row?.revision ?? -1
}

/** What somebody without a part in the network reads of it: nothing, except where a link or an invitation is what they hold. */
function leaks(row: string, actor: ActorName, { text }: Got, { prefix }: World): boolean {
  const isOutside = actor === 'anonymous' || actor === 'otherMember' || actor === 'revokedToken' || actor === 'shareLink'
  return isOutside && !/^(readShared|readInvitation|acceptInvitation)$/.test(row) && text.includes(canaryOf(prefix))
}

async function cell(ground: Ground, row: string, { world, actor }: Asked): Promise<{ got: string; world: World }> {
  const { method, access } = operationOf(row)
  const before = await revisionOf(ground, world.networkId)
  const got = await send(ground, row, { world, actor, revision: before })
  const after = await revisionOf(ground, world.networkId)
  const told = `${got.status}${leaks(row, actor, got, world) ? ' leaks' : ''}${got.status >= 400 && after !== before ? ' wrote' : ''}`
  if (method === 'GET' || got.status >= 300) return { got: told, world }
  const isWhole = access === 'write' && (await putBack(ground, world, before))
  return { got: told, world: isWhole ? world : await makeWorld(ground) }
}

/**
 * Sends every row as every actor.
 *
 * @returns the cells that are not as expected; a cell without an expectation is one of them
 */
export async function runRows(ground: Ground, rows: readonly string[], expectations: Expectations): Promise<Mismatch[]> {
  const mismatches: Mismatch[] = []
  let world = await makeWorld(ground)
  for (const row of rows) {
    const expected = expectations[row]?.trim().split(/\s+/) ?? []
    for (const [at, actor] of actors.entries()) {
      const outcome = await cell(ground, row, { world, actor })
      world = outcome.world
      if (outcome.got !== expected[at]) mismatches.push({ row, actor, expected: expected[at] ?? 'nothing is written down', got: outcome.got })
    }
  }
  return mismatches
}
