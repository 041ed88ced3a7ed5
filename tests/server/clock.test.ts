import { afterEach, describe, expect, test, vi } from 'vitest'
import { accountsOn, owner, ownerOn, signIn } from './auth/account-kit.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'

const hourMs = 3_600_000

/** Sets the clock of the program, and nothing else: timers go on. */
function setClock(toMs: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: toMs })
}

afterEach(() => vi.useRealTimers())

describeOnEachDatabase('F-7: a clock that jumps', (database) => {
  const kit = accountsOn(database)
  const { signedIn } = ownerOn(kit)

  /** A signed-in browser with a network of its own; the clock stands at `startMs`. */
  async function began(slug: string) {
    const startMs = Date.now()
    const browser = await signedIn()
    const made = await browser.send('POST', '/api/v1/networks', { name: slug, slug, template: 'blank' })
    expect(made.status).toBe(201)
    const network = `/api/v1/networks/${slug}`
    const add = (id: string) => browser.send('POST', `${network}/commands`, { commands: [{ name: 'team.create', input: { id, name: id } }] })
    return { startMs, browser, network, add, read: (path: string) => browser.send('GET', `${network}${path}`) }
  }

  describe.each([
    ['an hour back', -hourMs],
    ['a day back', -24 * hourMs],
    ['a year on, and back again', 365 * 24 * hourMs],
  ] as const)('%s', (_, byMs) => {
    const slug = `by-${byMs}`.replace('--', '-b')

    test('leaves the order of what happened as it was: by revision, whatever the clock says', async () => {
      const { startMs, browser, add, read } = await began(slug)
      const first = (await add('first')).body.revision
      setClock(startMs + byMs)
      const during = byMs > 0 ? await (await signedIn()).send('POST', `/api/v1/networks/${slug}/commands`, team('second')) : await add('second')
      expect([during.status, during.body.revision]).toEqual([200, first + 1])
      setClock(startMs + 1_000)
      expect((await add('third')).body.revision).toBe(first + 2)
      const changes = await read(`/changes?since=${first - 1}`)
      expect(changes.body.changeSets.map(({ revision }: { revision: number }) => revision)).toEqual([first, first + 1, first + 2])
      const history = await read('/history?limit=3')
      expect(history.body.entries.map(({ revision }: { revision: number }) => revision)).toEqual([first + 2, first + 1, first])
      const undone = await browser.send('POST', `/api/v1/networks/${slug}/undo`)
      expect(undone.body.summary).toContain('third')
    })
  })

  const team = (id: string) => ({ commands: [{ name: 'team.create', input: { id, name: id } }] })

  test('a day back keeps who is signed in signed in; a year on does not', async () => {
    const { startMs, read } = await began('sessions')
    setClock(startMs - 24 * hourMs)
    expect((await read('/undo')).status).toBe(200)
    kit.process().accounts.sessions.forget()
    setClock(startMs + 365 * 24 * hourMs)
    expect((await read('/undo')).status).toBe(401)
  })

  test('a day back does not lock anybody out for longer than the limit says', async () => {
    const startMs = Date.now()
    await signedIn()
    const wrong = () => kit.browser().send('POST', signIn, { email: owner.email, password: 'not the password' })
    for (let time = 0; time < 9; time += 1) await wrong()
    expect((await wrong()).status).toBe(429)
    setClock(startMs - 24 * hourMs)
    const refused = await wrong()
    const seconds = Number(refused.headers.get('retry-after') ?? 0)
    expect(refused.status).toBe(429)
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(900)
    setClock(startMs - 24 * hourMs + 16 * 60_000)
    expect((await wrong()).status).toBe(401)
  })
})
