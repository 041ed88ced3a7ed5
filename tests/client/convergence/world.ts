import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { type NetworkServer, networkServer } from '../../../lib/client/network/server.ts'
import { system } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { Identity } from '../../../lib/server/access/identity.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import { openStore, type Store } from '../../../lib/server/store.ts'
import { networkChange } from '../../server/network-kit.ts'

export const now = '2027-02-10T09:00:00Z'
export const nodeIds = ['node-0', 'node-1', 'node-2'] as const

/** The way between one page and the server, and what is wrong with it. */
export type Wire = {
  readonly client: number
  isOnline: boolean
  /** the page is gone: nothing that it still asks is ever answered */
  isDead: boolean
  /** what happens to the next requests: lost on the way there, on the way back, or nowhere */
  readonly drops: ('before' | 'after' | 'nowhere')[]
}

/** Lets everything else go on. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

export async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await turn()
}

const never = new Promise<never>(() => undefined)

/** Everybody may write, and is known by a header: what is tested here is what becomes of edits, not who may make them. */
const identity: Identity = {
  principalOf: async ({ headers }) => {
    const name = `client-${headers.get('x-client')}`
    return { kind: 'user', userId: name, sessionId: name, isInstanceOwner: false }
  },
  whoIn: async (principal) => ({ personId: principal.kind === 'user' ? principal.userId : null, role: 'owner', members: new Map() }),
}

type Running = { readonly store: Store; readonly app: Hono; readonly close: () => Promise<void> }

async function run(url: string): Promise<Running> {
  const store = await openStore(url)
  const live = openLive(store)
  const app = createApi({ store, live, identity, onBug: () => undefined })
  const close = async () => {
    live.close()
    await store.close()
  }
  return { store, app, close }
}

/** The real API over the real commit path, whose process can end and begin again, reached by pages over ways that fail. */
export type World = {
  readonly store: () => Store
  readonly restart: () => Promise<void>
  readonly newNetwork: () => Promise<string>
  /** what `fetch` is for the pages */
  readonly fetch: (address: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** the browser’s own way to ask, over one wire */
  readonly serverFor: (wire: Wire, networkId: string) => NetworkServer
  readonly close: () => Promise<void>
}

/** In memory where the system has such a folder: what is tested here is no disk. */
function newFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'weft-convergence-'))
}

async function createNetwork(store: Store, networkId: string): Promise<void> {
  const ctx = { actor: 'program', who: system, networkId, now }
  await store.create(ctx, [networkChange(networkId)])
  const calls = [
    call('area.create', { id: 'area', name: 'Area' }),
    ...nodeIds.map((id) => call('node.create', { id, areaId: 'area', name: `Name of ${id}`, activities: ['first'] })),
  ]
  await store.commit(ctx, { name: 'batch', decide: (snapshot, decideCtx) => runCommands(snapshot, calls, decideCtx) })
}

export async function openWorld(): Promise<World> {
  const folder = newFolder()
  const url = `file:${join(folder, 'weft.db')}`
  let running: Running | null = await run(url)
  let networks = 0
  const wires = new AsyncLocalStorage<Wire>()
  const current = () => {
    if (running) return running
    throw new TypeError('the server is away')
  }
  const over = async (wire: Wire, request: Request): Promise<Response> => {
    await turn()
    if (wire.isDead) return never
    const drop = wire.drops.shift()
    if (!wire.isOnline || drop === 'before') throw new TypeError('fetch failed on the way there')
    const server = current()
    const response = await server.app.request(request)
    await turn()
    if (wire.isDead) return never
    if (server !== running || !wire.isOnline || drop === 'after') throw new TypeError('fetch failed on the way back')
    return response
  }
  return {
    store: () => current().store,
    restart: async () => {
      const ending = current()
      running = null
      await ending.close()
      await turns(3)
      running = await run(url)
    },
    newNetwork: async () => {
      networks += 1
      await createNetwork(current().store, `net-${networks}`)
      return `net-${networks}`
    },
    fetch: (address, init) => {
      const wire = wires.getStore()
      if (!wire) throw new Error('nobody knows which page asks')
      const request = new Request(new URL(String(address), 'http://localhost'), init)
      request.headers.set('x-client', String(wire.client))
      return over(wire, request)
    },
    serverFor: (wire, networkId) => {
      const server = networkServer(networkId)
      return {
        snapshot: () => wires.run(wire, () => server.snapshot()),
        changesSince: (revision) => wires.run(wire, () => server.changesSince(revision)),
        commit: (batch) => wires.run(wire, () => server.commit(batch)),
        undo: (key) => wires.run(wire, () => server.undo(key)),
        redo: (key) => wires.run(wire, () => server.redo(key)),
      }
    },
    close: async () => {
      await running?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
