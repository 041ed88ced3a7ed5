import { expect, test } from 'vitest'
import { complete, findHosts, findMissing, type Lock, platformOf } from '../../scripts/lock.ts'

const lock: Lock = {
  lockfileVersion: 3,
  packages: {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64-gnu': '1.0.0', '@tool/darwin-arm64': '1.0.0', helper: '^2.0.0' },
    },
    'node_modules/@tool/linux-x64-gnu': { version: '1.0.0', optional: true },
  },
}

test('a platform binary that the lock lacks is found; a range is npm’s business', () => {
  expect(findMissing(lock).map(({ name }) => name)).toEqual(['@tool/darwin-arm64'])
})

test('completing adds it with its platform, and nothing is missing then', () => {
  const completed = complete(lock)
  expect(completed.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.0.0',
    dev: true,
    optional: true,
    os: ['darwin'],
    cpu: ['arm64'],
  })
  expect(findMissing(completed)).toEqual([])
})

test('where another version lies at the top, the entry goes below its parent', () => {
  const crowded: Lock = { ...lock, packages: { ...lock.packages, 'node_modules/@tool/darwin-arm64': { version: '0.9.0', optional: true } } }
  expect(Object.keys(complete(crowded).packages)).toContain('node_modules/tool/node_modules/@tool/darwin-arm64')
  expect(findMissing(complete(crowded))).toEqual([])
})

test('the platform is read from the name', () => {
  expect(platformOf('@next/swc-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(platformOf('@next/swc-win32-arm64-msvc')).toEqual({ os: ['win32'], cpu: ['arm64'] })
  expect(platformOf('@rolldown/binding-wasm32-wasi')).toEqual({ cpu: ['wasm32'] })
  expect(platformOf('left-pad')).toBeNull()
})

test('an entry that names a host is found', () => {
  expect(findHosts({ packages: { 'node_modules/a': { resolved: 'https://host/a.tgz' }, 'node_modules/b': {} } })).toEqual(['node_modules/a'])
})
