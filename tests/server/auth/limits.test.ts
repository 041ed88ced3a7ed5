import { expect, test } from 'vitest'
import { makeAddressReader } from '../../../lib/server/client-address.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { accountsOn, browserOf, claim, goodPassword, openProcess, owner } from './account-kit.ts'

const signIn = '/api/auth/sign-in/email'

describeOnEachDatabase('the limits of tries', (database) => {
  const kit = accountsOn(database)
  const tries = async (count: number, send: (at: number) => Promise<{ status: number }>) => {
    const statuses: number[] = []
    for (let at = 0; at < count; at += 1) statuses.push((await send(at)).status)
    return statuses
  }

  test('AU30: an account takes nine wrong passwords, whatever the address; the tenth try is refused, right or wrong', async () => {
    await claim(kit)
    const statuses = await tries(100, () => kit.browser().send('POST', signIn, { email: owner.email, password: 'not the password' }))
    expect(statuses).toEqual([...Array(9).fill(401), ...Array(91).fill(429)])
    const right = await kit.browser().send('POST', signIn, { email: owner.email, password: goodPassword })
    expect([right.status, right.body.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    const seconds = Number(right.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(900)
  })

  test('AU31: the count outlives the process, and ends after a quarter of an hour', async () => {
    const at = async (minutes: number) => {
      const clock = () => new Date(Date.now() + minutes * 60_000)
      const later = openProcess(database.store(), { clock })
      const { status } = await browserOf(() => later.app).send('POST', signIn, { email: owner.email, password: goodPassword })
      later.close()
      return status
    }
    expect(await at(0)).toBe(429)
    expect(await at(14)).toBe(429)
    expect(await at(16)).toBe(200)
  })

  test('AU32: a right password forgets the wrong ones before it', async () => {
    const browser = kit.browser()
    const clock = () => new Date(Date.now() + 3_600_000)
    const later = openProcess(database.store(), { clock })
    const there = browserOf(() => later.app, browser.address)
    for (let round = 0; round < 3; round += 1) {
      const wrong = await tries(6, () => there.send('POST', signIn, { email: owner.email, password: 'not the password' }))
      expect(wrong).toEqual(Array(6).fill(401))
      expect((await there.send('POST', signIn, { email: owner.email, password: goodPassword })).status).toBe(200)
    }
    later.close()
  })

  test('AU33: an address takes nineteen wrong tries, over all accounts; many at once are no way around', async () => {
    const browser = kit.browser()
    const statuses = await Promise.all(
      Array.from({ length: 60 }, (_, at) => browser.send('POST', signIn, { email: `p${at}@example.org`, password: 'not the password' })),
    )
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(19)
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(41)
    expect((await kit.browser().send('POST', signIn, { email: 'p1@example.org', password: 'not the password' })).status).toBe(401)
  }, 30_000)

  test('AU34: the token of the setup link and those of reset links are limited by address', async () => {
    for (const [path, body] of [
      ['/api/v1/setup', { ...owner, token: 'x' }],
      ['/api/v1/password-reset/new', { token: 'x', password: goodPassword }],
    ] as const) {
      const browser = kit.browser()
      expect(await tries(22, () => browser.send('POST', path, body))).toEqual([...Array(19).fill(404), 429, 429, 429])
    }
  })

  test('AU35: an unknown address costs as much work as a known one', async () => {
    const later = openProcess(database.store(), { clock: () => new Date(Date.now() + 7_200_000) })
    const workOf = async (email: string, password: string) => {
      const before = process.cpuUsage()
      await browserOf(() => later.app).send('POST', signIn, { email, password })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const total = { known: 0, unknown: 0 }
    for (let at = 0; at < 14; at += 1) {
      total.known += await workOf(owner.email, at % 7 === 0 ? goodPassword : 'not the password')
      total.unknown += await workOf(`nobody${at}@example.org`, 'not the password')
    }
    later.close()
    // Without the hash an unknown address would cost a tenth.
    expect(total.unknown / total.known).toBeGreaterThan(0.5)
    expect(total.unknown / total.known).toBeLessThan(2)
  }, 60_000)
})

test('AU36: X-Forwarded-For is believed as far as trusted proxies wrote it', () => {
  const plain = makeAddressReader([])
  expect(plain('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  expect(plain('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1')
  const behind = makeAddressReader(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  expect(behind('::ffff:10.1.2.3', '198.51.100.1')).toBe('198.51.100.1')
  expect(behind('10.1.2.3', '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1')
  expect(behind('10.1.2.3', '6.6.6.6, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
  expect(behind('fd00::1', '2001:db8::7')).toBe('2001:db8::7')
  expect(behind('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  expect(behind('10.1.2.3', 'anything')).toBe('10.1.2.3')
  expect(behind('10.1.2.3', null)).toBe('10.1.2.3')
})
