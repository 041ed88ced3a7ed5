import { expect, test } from 'vitest'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { isSlug, slugOf } from '../../lib/domain/slug.ts'

test('a name suggests an address without marks, spaces and edges', () => {
  expect(slugOf('  Zürich & Søn, Q1 ')).toBe('zurich-s-n-q1')
  expect(slugOf('???')).toBeNull()
})

test('a network cannot take an address that the program uses itself', () => {
  for (const own of ['api', 'welcome', 'healthz']) {
    expect(slugOf(own)).toBeNull()
    expect(isSlug(own)).toBe(false)
    expect(entitySchemas.network.safeParse({ id: 'n', name: 'N', slug: own }).success).toBe(false)
  }
  expect(isSlug('welcome-2')).toBe(true)
})
