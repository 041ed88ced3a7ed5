import { afterEach, describe, expect, test, vi } from 'vitest'
import { clockOf, startOn } from '../../../app/[network]/plan/_phases/lobby/session-start.ts'
import { dayIn } from '../../../lib/domain/time.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('chosen in %s', (browser) => {
  test('a session is at nine where the network is, on the very day that was chosen', () => {
    vi.stubEnv('TZ', browser)
    expect(startOn('Europe/Berlin', '2027-03-10')).toBe('2027-03-10T08:00:00Z')
    expect(startOn('Europe/Berlin', '2027-07-10')).toBe('2027-07-10T07:00:00Z')
    expect(startOn(null, '2027-03-10')).toBe('2027-03-10T09:00:00Z')
  })

  test('another hour is that of the clocks where the network is, too', () => {
    vi.stubEnv('TZ', browser)
    expect(startOn('Europe/Berlin', '2027-03-10', '13:30')).toBe('2027-03-10T12:30:00Z')
    expect(startOn('Asia/Kathmandu', '2027-03-10', '00:00')).toBe('2027-03-09T18:15:00Z')
    for (const clock of ['00:00', '08:05', '13:30', '23:59'])
      expect(clockOf('America/St_Johns', Date.parse(startOn('America/St_Johns', '2027-07-10', clock)))).toBe(clock)
  })

  test.each(['Europe/Berlin', 'Pacific/Auckland', 'Pacific/Kiritimati', 'America/Los_Angeles', null])('%s reads the same day', (network) => {
    vi.stubEnv('TZ', browser)
    // a year that is typed sign by sign passes through 0002, and the field shows what was stored
    for (const day of ['2027-03-10', '2027-03-28', '2027-12-31', '0002-03-10', '0202-03-10']) {
      expect(dayIn(network, startOn(network, day))).toBe(day)
    }
  })
})
