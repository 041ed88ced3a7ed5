import { expect, it } from 'vitest'
import { configFindings } from '../../../lib/server/cli/doctor-safety.ts'
import { readConfig } from '../../../lib/server/config.ts'

function proxyOf(env: Record<string, string>) {
  return configFindings(readConfig({ DATABASE_URL: 'file:/nowhere/weft.db', ...env }, [])).find(({ about }) => about === 'proxy')
}

it('calls it weak where everybody seems to come from the proxy', () => {
  const behind = { HOST: '0.0.0.0', BASE_URL: 'https://weft.example.org' }
  expect(proxyOf(behind)).toMatchObject({ isWeak: true, found: expect.stringContaining('TRUSTED_PROXIES') })
  expect(proxyOf({ ...behind, TRUSTED_PROXIES: '10.0.0.0/8' })).toEqual({ about: 'proxy', isWell: true, found: 'believed at 10.0.0.0/8' })
})

it('asks for no proxy where there is none', () => {
  expect(proxyOf({})).toBeUndefined()
  expect(proxyOf({ BASE_URL: 'http://weft.local:3000' })).toBeUndefined()
})
