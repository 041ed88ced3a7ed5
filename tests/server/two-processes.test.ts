import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../../lib/server/store.ts'
import { accountsOn, type Browser, browserOf, isSignedIn, openProcess, origin, ownerOn, type Process } from './auth/account-kit.ts'
import { describeOnPostgres } from './describe-on-each-database.ts'
import { until } from './until.ts'

const path = '/api/v1/networks'

/** An event stream as a browser reads it: what has come so far, and whether it has ended. */
async function listen(process: Process, browser: Browser, networkId: string) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await process.app.fetch(
    new Request(new URL(`${path}/${networkId}/events?client=c1`, origin), { headers: { cookie, host: new URL(origin).host } }),
  )
  const heard = { text: '', isOver: answer.status !== 200 }
  const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader()
  const read = async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      heard.text += new TextDecoder().decode(value)
    }
    heard.isOver = true
  }
  void read()
  return heard
}

describeOnPostgres('two server processes', (database) => {
  const kit = accountsOn(database)
  const owner = ownerOn(kit)
  let other: { readonly process: Process; readonly store: Store } | undefined
  beforeAll(async () => {
    const store = await openStore(database.url())
    other = { process: openProcess(store), store }
  })
  afterAll(async () => {
    other?.process.close()
    await other?.store.close()
  })
  const second = (): Process => {
    if (other) return other.process
    throw new Error('the second process is not there')
  }

  /** Somebody signed in at the first process, whose browser a proxy leads to the second one, too. */
  async function twoWindows() {
    await owner.claimed()
    const one = await owner.signedIn()
    const two = browserOf(() => second().app)
    for (const [name, value] of one.cookies) two.cookies.set(name, value)
    return { one, two }
  }

  async function network(browser: Browser): Promise<string> {
    const answer = await browser.send('POST', path, { name: 'Two', template: 'blank' })
    expect(answer.status).toBe(201)
    return answer.body.item.id
  }

  const addArea = (browser: Browser, networkId: string, id: string) =>
    browser.send('POST', `${path}/${networkId}/commands`, { commands: [{ name: 'area.create', input: { id, name: id } }] })

  test('OP40: a change in one is told by the event stream of the other, and is there when it is asked', { timeout: 60_000 }, async () => {
    const { one, two } = await twoWindows()
    const networkId = await network(one)
    const heard = await listen(second(), two, networkId)
    await until(() => heard.text.includes('listening') || heard.text.includes('id:'))
    const { body } = await addArea(one, networkId, 'from-one')
    await until(() => heard.text.includes(`"revision":${body.revision}`))
    const seen = await two.send('GET', `${path}/${networkId}/snapshot`)
    expect(seen.text).toContain('from-one')
    const back = await listen(kit.process(), one, networkId)
    await until(() => back.text.includes('id:'))
    const answer = await addArea(two, networkId, 'from-two')
    await until(() => back.text.includes(`"revision":${answer.body.revision}`))
  })

  test('OP41: who signs out at one is out at the other at once, and its event stream ends', { timeout: 60_000 }, async () => {
    const { one, two } = await twoWindows()
    const networkId = await network(one)
    const heard = await listen(second(), two, networkId)
    await until(() => heard.text.includes('id:'))
    expect(await isSignedIn(two)).toBe(true)
    const told: number[] = []
    const forget = second().access.onChange(() => told.push(performance.now()))
    expect((await one.send('POST', '/api/auth/sign-out', {})).status).toBe(200)
    await until(() => heard.isOver)
    await until(async () => !(await isSignedIn(two)))
    // Without word it would be found out, too, within two seconds.
    expect(told).toHaveLength(1)
    forget()
    expect((await two.send('GET', `${path}/${networkId}/snapshot`)).status).toBe(401)
  })
})
