import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadRunner } from '../../lib/client/network/shown.ts'
import { runs } from '../property-runs.ts'
import { type Group, openGroup } from './convergence/clients.ts'
import { findingsIn, hashOf, heal, knownStories, play, story } from './convergence/model.ts'
import { openWorld, type World } from './convergence/world.ts'

let world: World

beforeAll(async () => {
  await loadRunner()
  world = await openWorld()
  vi.stubGlobal('fetch', world.fetch)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await world.close()
})

const settings = { numRuns: runs(50), endOnFailure: false } as const
const runMs = 10_000

async function readLog({ networkId }: Group) {
  const log = await world.store().changesSince(networkId, 2, 100_000)
  if (log === 'reset') throw new Error('the log of a story is short')
  return log
}

describe('people with browsers, whose ways to the server fail', () => {
  test(
    'LV20-LV25: whatever happens to them, all of them end where the server is, and no edit is lost, doubled or laid over another unseen',
    async () => {
      let saved = 0
      let refused = 0
      await fc.assert(
        fc.asyncProperty(story, async ({ clients, steps }) => {
          const group = await openGroup(world, clients)
          await play(group, steps)
          expect(await heal(group), 'everybody comes to rest').toBe(true)
          const log = await readLog(group)
          expect(findingsIn(group, log)).toEqual({ lost: [], doubled: [], overwritten: [] })
          const hash = hashOf(await world.store().read(group.networkId))
          for (const { store, outbox } of group.clients) {
            const { confirmed, snapshot } = store.state.get()
            expect([hashOf(confirmed), hashOf(snapshot)]).toEqual([hash, hash])
            expect(outbox.kept()).toEqual([])
          }
          saved += log.length
          refused += group.edits.filter(({ refusals }) => refusals > 0).length
        }),
        { ...settings, examples: knownStories.map((each) => [each]) },
      )
      // a model in which nothing is saved, or nobody meets anybody, proves nothing
      expect(saved).toBeGreaterThan(settings.numRuns * 2)
      expect(refused).toBeGreaterThan(settings.numRuns / 10)
    },
    settings.numRuns * runMs,
  )
})
