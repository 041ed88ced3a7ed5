import { describe, expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import { rollOverCall } from '../../../../lib/domain/ritual/plan/carry-call.ts'
import { planPage } from '../../../../lib/domain/ritual/plan/page.ts'
import { baselineOf } from '../../../../lib/domain/ritual/plan/since/baseline.ts'
import { find, fork, get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { summarise } from '../../../../lib/domain/summary.ts'
import { freshIds, plan, run, session, today } from './kit.ts'

const q1 = () => plan({ churn: { node: 'billing', cycle: 'q1', title: 'Reduce churn' }, login: { node: 'platform', cycle: 'q1' } })

describe('what the history says', () => {
  test('PL67: of a carry, before and after it, alone and together', () => {
    const snapshot = q1()
    const before = fork(snapshot)
    const ids = freshIds()
    const roll = (keyResultId: string, rollOver: 'carry' | 'reshape') => rollOverCall(snapshot, { keyResultId, intoCycleId: 'q2', rollOver }, ids)
    const changes = run(snapshot, 'olga', [roll('churn', 'carry'), roll('login', 'carry')])
    const told = 'Carried key result “Reduce churn” into “2027-Q2” and 1 more'
    expect([summarise(before, changes), summarise(snapshot, changes)]).toEqual([told, told])
    const other = q1()
    expect(
      summarise(other, run(other, 'olga', rollOverCall(other, { keyResultId: 'churn', intoCycleId: 'q2', rollOver: 'reshape' }, freshIds()))),
    ).toBe('Reshaped key result “Reduce churn” into “2027-Q2”')
    expect(summarise(other, run(other, 'olga', call('keyResult.drop', { id: 'login' })))).toBe('Changed what becomes of it of key result “login”')
  })

  test('PL67: of a commit, whatever else it made', () => {
    const snapshot = plan({ a: { node: 'billing' } }, [{ consumerKeyResultId: 'a', supplierNodeId: 'brand' }])
    const open = [{ dependencyId: 'd1', itemId: 'i', ownerId: 'ana', dueOn: '2027-04-01' }]
    const changes = run(snapshot, 'fay', call('plan.commit', { id: 'rit', markId: 'm', markName: 'B', open }))
    expect(summarise(snapshot, changes)).toBe('Committed the plan “Planning 2027-Q2”')
    const walk = plan({}, [], { ritual: [{ id: 'walk', kind: 'walk', title: 'Walk', phase: 'stops', state: 'open' }] })
    const closed = run(walk, 'fay', call('ritual.close', { id: 'walk', mark: { id: 'm', name: 'Walk', kind: 'baseline' } }))
    expect(summarise(walk, closed)).not.toContain('Committed')
  })
})

describe('the baseline of a cycle', () => {
  const closed = (id: string, closedAt: string, fields: object = {}) => ({ ...session, id, state: 'closed', markId: `m-${id}`, closedAt, ...fields })
  const mark = (id: string) => ({ id: `m-${id}`, name: id, kind: 'baseline', revision: 1 })
  const of = (rituals: readonly object[], marks: readonly object[]) =>
    baselineOf(plan({}, [], { ritual: rituals.map((each) => ({ ...each })), mark: marks.map((each) => ({ ...each })) }), 'q2')?.id ?? null

  test('PL65: is that of the last committed session for it', () => {
    const [first, second] = [closed('a', '2027-03-20T09:00:00Z'), closed('b', '2027-03-21T09:00:00Z')]
    expect(of([first, second], [mark('a'), mark('b')])).toBe('m-b')
    expect(of([second, first], [mark('b'), mark('a')])).toBe('m-b')
    expect(of([first, second], [mark('a')])).toBe('m-a')
    expect(of([closed('a', '2027-03-20T09:00:00Z', { cycleId: 'q1' })], [mark('a')])).toBeNull()
    expect(of([closed('a', '2027-03-20T09:00:00Z', { state: 'cancelled' })], [mark('a')])).toBeNull()
    expect(of([], [mark('a')])).toBeNull()
  })
})

describe('the page of a plan', () => {
  const keyResults = { churn: { node: 'billing', title: 'Reduce churn' }, login: { node: 'platform', title: 'One login' } }
  const needs = [{ consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-05-15' }]
  const pageOf = (snapshot: Snapshot, then: Snapshot | null, day = today) =>
    toMarkdown(planPage(snapshot, get(snapshot, 'cycle', 'q2'), { today: day, then }), { nameOf: (id) => find(snapshot, 'person', id)?.name })

  test('PL66: while it is planned', () => {
    expect(pageOf(plan(keyResults, needs), null)).toBe(`# 2027-Q2

15 Mar 2027. 2 key results, 0 promises agreed, 1 open, without an owner.

- Cycle: 1 Apr to 30 Jun, planning
- Promised: 0 of 1

## How ready each node is

| Node | Last cycle graded | Objective drafted | Lead named |
| --- | --- | --- | --- |
| Billing | yes | yes | yes |
| Brand | yes | no | no |
| Platform | yes | yes | yes |

## Billing

| Objective | Key result | Measure | Owner | Due | State |
| --- | --- | --- | --- | --- | --- |
| Aim of churn | Reduce churn | done or not |  |  | not final until confirmed |

## Platform

| Objective | Key result | Measure | Owner | Due | State |
| --- | --- | --- | --- | --- | --- |
| Aim of login | One login | done or not |  |  | final |

## Promises (0)

Nothing has been promised.

## What does not fit (1)

- **no answer:** Platform has not answered: “Reduce churn” asked for “SSO live”.
`)
  })

  test('PL66: once it is under way, against its baseline; nobody asks for readiness any more', () => {
    const then = plan(
      keyResults,
      needs.map((need) => ({ ...need, state: 'promised', promisedOn: '2027-05-15' })),
    )
    run(then, 'olga', call('cycle.update', { id: 'q2', set: { phase: 'active' } }))
    const now = fork(then)
    run(now, 'olga', call('keyResult.update', { id: 'churn', set: { title: 'Lower churn' } }))
    const page = pageOf(now, then, '2027-05-18')
    expect(page).toContain(`## Since the baseline

Of 2 planned key results 1 stands and 1 was changed; of 1 promise: 1 late now.

- Key result “Reduce churn” is now called “Lower churn”.
- “SSO live” of Platform is 3 days late.
`)
    expect(page).not.toContain('How ready')
    expect(page).toContain('## What does not fit (0)\n\nEverything fits.')
  })

  test('PL66: a cycle of which nothing is known', () => {
    expect(pageOf(plan({}), null)).toContain('No key result is planned yet.')
  })
})
