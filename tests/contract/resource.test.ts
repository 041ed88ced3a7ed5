import { describe, expect, test } from 'vitest'
import { operations, resources } from '../../lib/contract/api.ts'
import { commands } from '../../lib/domain/command/registry.ts'
import { entityNames } from '../../lib/domain/ids.ts'

const own: ReadonlySet<string> = new Set([
  'checkIn',
  'comment',
  'exchangeCheck',
  'proposal',
  'mark',
  'reason',
  'healthReading',
  'ritualItem',
  'signOff',
])

describe('resources', () => {
  test('there is one for every kind of record that commands create; check-ins, comments and what is written by commands alone have calls of their own', () => {
    const created = entityNames.filter((entity) => commands.has(`${entity}.create`) && !own.has(entity))
    expect(resources.map(({ entity }) => entity).toSorted()).toEqual(created.toSorted())
  })

  test('each has its six calls, and no two calls have one address', () => {
    for (const { list, get, create, update, remove, preview } of resources)
      expect([list, get, create, update, remove, preview].map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'PATCH', 'DELETE', 'GET'])
    const addresses = operations.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('a record is created without what the server fills in, and refuses what it does not know', () => {
    for (const { create, entity } of resources) {
      const { example } = create
      expect(create.body.safeParse(example.body).success, entity).toBe(true)
      expect(create.body.safeParse({ ...example.body, id: 'own', rank: 3 }).success, entity).toBe(true)
      expect(create.body.safeParse({ ...example.body, slot: 1 }).success, entity).toBe(false)
    }
  })

  test('a patch needs no field but the revision, fills none in, and cannot change the id', () => {
    for (const { update, entity } of resources) {
      expect(update.body.parse({ revision: 3 }), entity).toEqual({ revision: 3 })
      expect(update.body.safeParse({}).success, entity).toBe(false)
      expect(update.body.safeParse({ revision: 3, id: 'other' }).success, entity).toBe(false)
    }
  })
})
