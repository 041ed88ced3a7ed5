import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openOutbox } from '../../../lib/server/outbox/outbox.ts'
import { signatureOf } from '../../../lib/server/outbox/signature.ts'
import { addWebhook } from '../../../lib/server/outbox/webhooks.ts'
import { openStore } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, emptyNetwork } from '../network-kit.ts'
import { askBilling, twoNodes } from './outbox-kit.ts'
import { startReceiver } from './receiver.ts'
import { runBeside } from './run-beside.ts'

const secret = 'a-secret-of-tests-0123456789-abcdefghijklmnop'

const started: ChildProcess[] = []

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

async function startSender(databaseUrl: string, host: string, aheadMs = 0): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'sender-process.ts')
  const child = spawn(process.execPath, [program, databaseUrl, secret, host, String(aheadMs)], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

describeOnEachDatabase('a sender that is killed', (database) => {
  test('in the middle of a delivery loses none: the next process sends it, under the same id, and marks it sent', { timeout: 120_000 }, async () => {
    const receiver = await startReceiver()
    const host = `127.0.0.1:${receiver.port}`
    const folder = mkdtempSync(join(tmpdir(), 'weft-killed-'))
    const url = database.dialect === 'sqlite' ? `file:${join(folder, 'weft.db')}` : database.url()
    const store = await openStore(url)
    const ctx = await emptyNetwork(store)
    const outbox = openOutbox({ store, secret, allowedHosts: [host] })
    const hook = {
      id: 'hook_1',
      networkId: ctx.networkId,
      name: 'Hook',
      url: receiver.url,
      shape: 'standard',
      events: ['promise.asked'],
      createdBy: 'cli',
    } as const
    const key = await addWebhook(outbox, hook)
    await commit(store, { ...ctx, now: new Date().toISOString() }, [...twoNodes, askBilling()])
    await store.close()
    try {
      receiver.setMood({ kind: 'hang' })
      const first = await startSender(url, host)
      await receiver.until(1)
      await end(first, 'SIGKILL')
      receiver.setMood({ kind: 'answer', status: 200 })
      const second = await startSender(url, host, 61_000)
      await receiver.until(2)
      await end(second, 'SIGTERM')
    } finally {
      await receiver.close()
    }
    const [one, two] = receiver.received
    expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id'])
    for (const { headers, body } of receiver.received)
      expect(headers['webhook-signature']).toBe(
        signatureOf(key, { id: String(headers['webhook-id']), timestamp: Number(headers['webhook-timestamp']), body }),
      )
    const rows = await runBeside(
      { dialect: database.dialect, url: () => url },
      `SELECT attempts FROM outbox WHERE network_id = '${ctx.networkId}' AND sent_at IS NOT NULL`,
    )
    expect(rows).toEqual([{ attempts: 1 }])
    rmSync(folder, { recursive: true })
  })
})
