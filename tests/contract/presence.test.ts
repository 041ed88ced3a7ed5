import { describe, expect, test } from 'vitest'
import { presence } from '../../lib/contract/presence.ts'

function isView(view: string): boolean {
  return presence.body.safeParse({ clientId: 'w-1', view }).success
}

describe('what a window says of itself', () => {
  test.each(['', 'map', 'map?sel=node:care', 'node/care', 'history?from=2027-01-01&at=r12', 'objectives/obj_1?tab=talk#note'])(
    'LV15: “%s” is a view',
    (view) => {
      expect(isView(view)).toBe(true)
    },
  )

  test.each([
    '//evil.example/map',
    '/map',
    'https://evil.example',
    'javascript:alert(1)',
    '../other/map',
    'map/../../other',
    '%2e%2e/other',
    'map/%2E./other',
    'map\\..\\other',
    'map?sel=\u0000',
    'map ?sel=1',
    `map?${'x'.repeat(2_000)}`,
  ])('LV15: “%s” leads elsewhere, or is no address, and is refused', (view) => {
    expect(isView(view)).toBe(false)
  })

  test.each([
    { clientId: '' },
    { clientId: 'a b' },
    { clientId: 'x'.repeat(65) },
    { camera: { x: 0, y: 0, k: 0 } },
    { camera: { x: Number.POSITIVE_INFINITY, y: 0, k: 1 } },
    { editing: { entity: 'nothing', id: 'a', field: 'name' } },
    { editing: { entity: 'node', id: 'a\u0000', field: 'name' } },
    { name: 'Somebody else' },
  ])('LV15: %j is refused', (wrong) => {
    expect(presence.body.safeParse({ clientId: 'w-1', view: 'map', ...wrong }).success).toBe(false)
  })
})
