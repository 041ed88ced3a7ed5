import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import type { Store } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, emptyNetwork, planCalls } from '../network-kit.ts'
import { weft } from './command-line.ts'

/** A quarter that was planned and committed in January, and of which one key result was dropped since. */
async function committedNetwork(store: Store): Promise<string> {
  const ctx = await emptyNetwork(store)
  await commit(store, ctx, planCalls)
  await commit(store, ctx, [call('ritual.open', { id: 'rit', kind: 'plan', cycleId: 'cycle' })])
  const open = [{ dependencyId: 'dep', itemId: 'act', ownerId: 'ana', dueOn: '2027-01-20' }]
  await commit(store, ctx, [call('plan.commit', { id: 'rit', markId: 'mark', markName: 'Q1 baseline', open })])
  await commit(store, ctx, [call('keyResult.delete', { id: 'kr-c', carry: true })])
  return ctx.networkId
}

describeOnEachDatabase('weft plan', ({ url, store: open }) => {
  test('PL66: one page of the plan and of what became of it, with names', async () => {
    const networkId = await committedNetwork(open())
    const { code, out } = await weft(['plan', networkId], { databaseUrl: url() })
    expect(code).toBe(0)
    expect(out).toContain('# Q1\n')
    expect(out).toContain('2 key results, 0 promises agreed, 1 open, without an owner.')
    expect(out).toContain('Of 3 planned key results 2 stand and 1 was dropped; nothing was promised.')
    expect(out).toContain('- “Zones” (Billing) was dropped.')
    expect(out).toContain('| Be there | Answer in 1 h | 5 → 1 h | Ana |')
    expect(out).toMatch(/- \*\*no answer:\*\* Care has not answered: “Audit” asked for “Cases”/)
  })

  test('PL66: by the name of a cycle, as data, and refused where there is none', async () => {
    const store = open()
    const networkId = await committedNetwork(store)
    const asData = await weft(['plan', networkId, '--cycle', 'Q1', '--json'], { databaseUrl: url() })
    expect(JSON.parse(asData.out)).toMatchObject({ cycle: 'cycle', name: 'Q1' })
    expect((await weft(['plan', networkId, '--cycle', 'Q9'], { databaseUrl: url() })).code).toBe(1)
    const empty = await emptyNetwork(store)
    const { code, err } = await weft(['plan', empty.networkId], { databaseUrl: url() })
    expect([code, err]).toEqual([1, '“Bright” has no cycle yet. Add one, then plan it.\n'])
    expect((await weft(['plan', 'nowhere'], { databaseUrl: url() })).code).toBe(1)
  })
})
