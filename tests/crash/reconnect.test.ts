import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { outboxOn } from '../../lib/client/network/outbox.ts'
import { networkServer } from '../../lib/client/network/server.ts'
import { type NetworkStore, networkStore } from '../../lib/client/network/store.ts'
import { system } from '../../lib/domain/access.ts'
import { call } from '../../lib/domain/command/call.ts'
import { shelf } from '../client/convergence/clients.ts'
import { hashOf } from '../client/convergence/model.ts'
import { createNetwork } from './scenes.ts'
import { startBuilt, type WeftProcess } from './weft-process.ts'

const clients = 4
const teamsOfEach = 12
const patienceMs = 60_000

let folder = ''
let server: WeftProcess
const sockets = new Set<Socket>()

/** The way to the server: it outlives every server, and cuts whatever it is told to. */
const way = createServer((near) => {
  const far = connect(Number(new URL(server.url).port), '127.0.0.1')
  sockets.add(near)
  for (const socket of [near, far]) socket.on('error', () => undefined)
  near.on('close', () => {
    sockets.delete(near)
    far.destroy()
  })
  far.on('close', () => near.destroy())
  near.pipe(far).pipe(near)
})

/** Guaranteed by `listen`: the way listens on a port, so its address is no path. */
function wayUrl(): string {
  return `http://127.0.0.1:${(way.address() as AddressInfo).port}`
}

function cut(): void {
  for (const socket of sockets) socket.destroy()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weft-reconnect-'))
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const asked = server
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(asked.headers)) headers.set(name, value)
    const answer = await fetch(address.startsWith('/') ? wayUrl() + address : address, { ...init, headers })
    // each start has a secret of its own: what was meant for the server before is no word of the next one
    if (answer.status === 401 && asked !== server) throw new TypeError('the server that was asked is gone')
    return answer
  })
  await new Promise<void>((resolve) => {
    way.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  cut()
  way.close()
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Listens as a browser does: again and again, each time from the last event that it heard. */
async function listen(store: NetworkStore, network: string, isOver: () => boolean): Promise<void> {
  let last = ''
  while (!isOver()) {
    try {
      const answer = await fetch(`/api/v1/networks/${network}/events`, { headers: last ? { 'last-event-id': last } : {} })
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        last =
          part.value
            .match(/^id: (\S+)$/gm)
            ?.at(-1)
            ?.slice(4) ?? last
        if (part.value.includes('event: reset')) void store.readAnew().catch(() => undefined)
        for (const [, revision] of part.value.matchAll(/"revision":(\d+)/g)) void store.catchUp(Number(revision)).catch(() => undefined)
      }
    } catch {
      // a cut stream is opened again
    }
    await pause(50)
  }
}

async function open(network: string): Promise<NetworkStore> {
  const asked = networkServer(network)
  const options = { newKey: v7, now: () => new Date().toISOString(), who: () => system, pause: () => pause(30) }
  return networkStore({ ...options, server: asked, initial: await asked.snapshot(), outbox: outboxOn(shelf(), network, 'somebody') })
}

test('F-8: LV20-LV21: connections are cut, the server is killed, stopped and started; every browser ends where the server is', async () => {
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  server = await startBuilt(databaseUrl)
  const network = await createNetwork(server)
  const stores = await Promise.all(Array.from({ length: clients }, () => open(network)))
  let isOver = false
  const listening = stores.map((store) => listen(store, network, () => isOver))
  const edits = stores.map(async (store, client) => {
    const sent: Promise<unknown>[] = []
    for (let at = 0; at < teamsOfEach; at += 1) {
      sent.push(store.commit([call('team.create', { id: `team-${client}-${at}`, name: `Team ${client} ${at}` })]))
      await pause(120)
    }
    return Promise.all(sent)
  })
  for (const end of ['kill', 'end'] as const) {
    for (let at = 0; at < 3; at += 1) await pause(100).then(cut)
    await server[end]()
    server = await startBuilt(databaseUrl)
  }
  await Promise.all(edits)
  const truth = await networkServer(network).snapshot()
  expect(truth.tables.team.size).toBe(clients * teamsOfEach)
  // each edit is one change set, after the one that made the network: nothing was applied twice
  expect(truth.revision).toBe(1 + clients * teamsOfEach)
  await expect.poll(() => stores.map(({ state }) => hashOf(state.get().snapshot)), { timeout: patienceMs }).toEqual(stores.map(() => hashOf(truth)))
  for (const { state } of stores) expect(state.get()).toMatchObject({ pending: [], isOffline: false })
  isOver = true
  cut()
  await Promise.all(listening)
})
