import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { localIdentity } from '../../../lib/server/access/identity.ts'
import { announceAddress } from '../../../lib/server/address-file.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import { openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from './command-line.ts'
import { contentOf, golden } from './content.ts'

describe('import', () => {
  test('opens the database where no server runs, all or nothing', async () => {
    const folder = freshFolder()
    const databaseUrl = `file:${join(folder, 'new.db')}`
    const first = await weft(['import', golden], { databaseUrl })
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Imported “Worked example” with 4 value areas') })
    const second = JSON.parse((await weft(['import', golden, '--json'], { databaseUrl })).out)
    expect(second).toMatchObject({ through: 'database', renamed: [{ field: 'id', from: 'net_golden', to: second.network.id }] })
    writeFileSync(join(folder, 'bad.json'), JSON.stringify({ format: 'weft/1', network: { id: 'bad', name: 'Bad' }, nodes: [{ id: 'n' }] }))
    expect((await weft(['import', 'bad.json'], { folder, databaseUrl })).code).toBe(1)
    expect((await contentOf(databaseUrl)).map(({ name }) => name)).toEqual(['Worked example', 'Worked example'])
  })

  test('a file with faults does not even make a database', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'bad.json'), '{}')
    expect((await weft(['import', 'bad.json', '--database', join(folder, 'none.db')], { folder })).code).toBe(1)
    expect(existsSync(join(folder, 'none.db'))).toBe(false)
  })
})

describe('beside a running server', () => {
  /** A server on a file of its own, as lib/server/main.ts makes it but for the pages. */
  async function runningServer() {
    const databaseUrl = `file:${join(freshFolder(), 'weft.db')}`
    const store = await openStore(databaseUrl)
    const live = openLive(store)
    const app = createApi({ identity: localIdentity, store, live, onBug: (error) => expect.unreachable(String(error)) })
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
    const address = await new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`))
    })
    const withdraw = announceAddress(databaseUrl, address)
    onTestFinished(async () => {
      withdraw()
      live.close()
      server.closeAllConnections()
      server.close()
      await store.close()
    })
    return { databaseUrl, store, address }
  }

  test('import goes through it, so that it knows at once, and is undone by nobody else', async () => {
    const { databaseUrl, store, address } = await runningServer()
    const { through, network } = JSON.parse((await weft(['import', golden, '--json'], { databaseUrl })).out)
    expect(through).toBe(address)
    expect((await store.networks()).map(({ id }) => id)).toEqual([network.id])
    const [created] = (await store.changesSince(network.id, 0, 1)).slice(0, 1)
    expect(created).toMatchObject({ actor: 'cli', command: 'network.import' })
  })

  test('doctor, export and backup read beside it', async () => {
    const { databaseUrl, address } = await runningServer()
    await weft(['import', golden], { databaseUrl })
    expect(await weft(['doctor'], { databaseUrl })).toMatchObject({ code: 0, out: expect.stringContaining(`ready at ${address}`) })
    expect((await weft(['export', 'net_golden'], { databaseUrl })).code).toBe(0)
    expect((await weft(['backup', 'copy'], { databaseUrl, folder: freshFolder() })).code).toBe(0)
  })
})
