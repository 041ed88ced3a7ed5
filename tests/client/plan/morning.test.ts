import { afterEach, describe, expect, test, vi } from 'vitest'
import { morningOf } from '../../../app/[network]/plan/_phases/lobby/morning.ts'
import { dayIn } from '../../../lib/domain/time.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('chosen in %s', (browser) => {
  test('a session is at nine where the network is, on the very day that was chosen', () => {
    vi.stubEnv('TZ', browser)
    expect(morningOf('Europe/Berlin', '2027-03-10')).toBe('2027-03-10T08:00:00Z')
    expect(morningOf('Europe/Berlin', '2027-07-10')).toBe('2027-07-10T07:00:00Z')
    expect(morningOf(null, '2027-03-10')).toBe('2027-03-10T09:00:00Z')
  })

  test.each(['Europe/Berlin', 'Pacific/Auckland', 'Pacific/Kiritimati', 'America/Los_Angeles', null])('%s reads the same day', (network) => {
    vi.stubEnv('TZ', browser)
    // a year that is typed sign by sign passes through 0002, and the field shows what was stored
    for (const day of ['2027-03-10', '2027-03-28', '2027-12-31', '0002-03-10', '0202-03-10']) {
      expect(dayIn(network, morningOf(network, day))).toBe(day)
    }
  })
})
