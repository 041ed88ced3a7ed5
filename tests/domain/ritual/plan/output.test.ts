import { describe, expect, test } from 'vitest'
import { call } from '../../../../lib/domain/command/call.ts'
import { toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import { planOutput } from '../../../../lib/domain/ritual/plan/output.ts'
import { find, fork, get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { now, plan, run } from './kit.ts'

const nameOf = (snapshot: Snapshot) => (id: string) => find(snapshot, 'person', id)?.name

/** Q2 as it stands in the session: one promise agreed by Ben, one ask open, a risk, a vote, a signature. */
function session(): Snapshot {
  const snapshot = plan(
    {
      churn: {
        node: 'billing',
        title: 'Reduce churn',
        ownerId: 'ana',
        dueOn: '2027-06-15',
        metric: { kind: 'decrease', baseline: 6, target: 4, unit: '%' },
      },
      login: { node: 'platform', title: 'One login' },
    },
    [
      { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-05-15' },
      { consumerKeyResultId: 'churn', supplierNodeId: 'brand', what: 'Film', neededOn: '2027-05-20' },
    ],
    {
      ritualItem: [
        { id: 'i1', ritualId: 'rit', kind: 'priority', text: 'Fewer clients leave' },
        { id: 'i2', ritualId: 'rit', kind: 'exclusion', text: 'No new market' },
        { id: 'i3', ritualId: 'rit', kind: 'risk', status: 'owned', text: 'The vendor is late', ownerId: 'ben' },
        { id: 'i4', ritualId: 'rit', kind: 'decision', text: 'We buy the login' },
        { id: 'i5', ritualId: 'rit', kind: 'learning', text: 'Ask earlier' },
        { id: 'i6', ritualId: 'rit', kind: 'note', text: 'Lunch was late' },
        { id: 'i7', ritualId: 'rit', kind: 'weight', text: 'Customer value', subject: 'area', about: 'customer', value: 4 },
        { id: 'i8', ritualId: 'rit', kind: 'question', status: 'open', text: 'Why not Norway?' },
        { id: 'i9', ritualId: 'rit', kind: 'question', status: 'done', text: 'Who pays?' },
        { id: 'i10', ritualId: 'rit', kind: 'risk', status: 'owned', text: 'The lab is full' },
      ],
      tally: [
        { id: 't2', ritualId: 'rit', nodeId: null, key: 'confidence', counts: [0, 0, 0, 2, 4, 0], voters: 6 },
        { id: 't1', ritualId: 'rit', nodeId: 'billing', key: 'confidence', counts: [0, 0, 0, 2, 1, 0], voters: 3 },
      ],
      signOff: [{ id: 's1', ritualId: 'rit', nodeId: 'billing', personId: 'ana', at: '2027-03-15T08:00:00Z' }],
    },
  )
  run(snapshot, 'ben', call('promise.move', { id: 'd1', moveId: 'm1', move: 'promise' }))
  return snapshot
}

const owned = { dependencyId: 'd2', itemId: 'act', ownerId: 'ana', dueOn: '2027-03-22' }

function committed() {
  const snapshot = session()
  const baseline = fork(snapshot)
  run(snapshot, 'fay', call('plan.commit', { id: 'rit', markId: 'm', markName: 'B', open: [owned], attendeeIds: ['ana', 'ben'], guests: 1 }))
  return { snapshot, baseline }
}

function outputOf(snapshot: Snapshot, baseline: Snapshot | null = null, at = now) {
  return planOutput(snapshot, get(snapshot, 'ritual', 'rit'), { now: at, baseline })
}

const page = `# Planning 2027-Q2

15 Mar 2027. 2 key results, 1 promise agreed, 1 open (owned).

- Cycle: 2027-Q2, 1 Apr to 30 Jun
- Promised: 1 of 2
- Not final: 1 key result
- Signed: 1 of 3 nodes
- Present: Ana, Ben, 1 guest

## What matters

- Fewer clients leave

## What we leave

- No new market

## How much each area matters

| Area | Weight |
| --- | --- |
| Customer value | 4 of 5 |

## Questions

- **open:** Why not Norway?
- **answered:** Who pays?

## What we learnt

- Ask earlier

## Notes

- Lunch was late

## Billing

| Objective | Key result | Measure | Owner | Due | State |
| --- | --- | --- | --- | --- | --- |
| Aim of churn | Reduce churn | 6 → 4 % | Ana | 15 Jun | not final until confirmed |

## Platform

| Objective | Key result | Measure | Owner | Due | State |
| --- | --- | --- | --- | --- | --- |
| Aim of login | One login | done or not |  |  | final |

## Promises (1)

| What | From | For | By | Agreed by | Agreed on |
| --- | --- | --- | --- | --- | --- |
| SSO live | Platform: One login | Billing: Reduce churn | 15 May | Ben | 15 Mar |

## Actions

- Get an answer from Brand on “Film” (Ana, by 22 Mar)

## Risks

- **owned:** The vendor is late (Ben)
- **owned:** The lab is full (nobody yet)

## Decisions

- We buy the login

## Confidence, 0 to 5

How many voted what.

| Node | 0 | 1 | 2 | 3 | 4 | 5 |
| --- | --- | --- | --- | --- | --- | --- |
| Billing |  |  |  | 2 | 1 |  |
| Others |  |  |  |  | 3 |  |
| All |  |  |  | 2 | 4 |  |

## Signed

| Node | By | On |
| --- | --- | --- |
| Billing | Ana | 15 Mar |
| Brand | not signed |  |
| Platform | not signed |  |
`

describe('the output of planning', () => {
  test('PL70-PL76: the page of a plan that was committed', () => {
    const { snapshot, baseline } = committed()
    expect(toMarkdown(outputOf(snapshot, baseline), { nameOf: nameOf(snapshot) })).toBe(page)
  })

  test('PL70: what is edited after the baseline changes nothing of what was planned and promised', () => {
    const { snapshot, baseline } = committed()
    run(snapshot, 'olga', [
      call('keyResult.update', { id: 'churn', set: { title: 'Renamed', metric: { target: 1 } } }),
      call('keyResult.delete', { id: 'login', carry: true }),
    ])
    expect(toMarkdown(outputOf(snapshot, baseline, '2027-05-01T09:00:00Z'), { nameOf: nameOf(snapshot) })).toBe(
      page.replace('- Get an answer', '- **late:** Get an answer'),
    )
  })

  test('PL70: actions and risks are told as they are now', () => {
    const { snapshot, baseline } = committed()
    run(snapshot, 'ana', [
      call('ritualItem.update', { id: 'act', set: { status: 'done' } }),
      call('ritualItem.update', { id: 'i3', set: { status: 'resolved' } }),
    ])
    const marks = outputOf(snapshot, baseline).sections.flatMap(({ id, entries }) => (id === 'actions' || id === 'risks' ? (entries ?? []) : []))
    expect(marks.map(({ mark }) => mark)).toEqual(['done', 'resolved', 'owned'])
  })

  test('PL76: where nobody has signed, one sentence says so', () => {
    const snapshot = session()
    run(snapshot, 'ana', call('signOff.delete', { id: 's1' }))
    expect(outputOf(snapshot).sections.find(({ id }) => id === 'signed')).toEqual({
      id: 'signed',
      title: 'Signed',
      note: 'Nobody has signed yet for any of 3 nodes.',
    })
  })

  test('PL71: a session that is still open is told as it stands', () => {
    const output = outputOf(session())
    expect([output.kind, output.day, output.lead]).toEqual(['plan', '2027-03-15', '2 key results, 1 promise agreed, 1 open, without an owner.'])
    expect(output.sections.find(({ id }) => id === 'open')?.entries).toEqual([
      { text: 'Get an answer from Brand on “Film”', owner: null, due: null, about: { entity: 'dependency', id: 'd2' } },
    ])
  })

  test('PL75: what is empty is left out, and a session of nothing still has a page', () => {
    const empty = plan({})
    expect(toMarkdown(outputOf(empty), { nameOf: nameOf(empty) })).toBe(`# Planning 2027-Q2

15 Mar 2027. No key result is planned yet.

- Cycle: 2027-Q2, 1 Apr to 30 Jun
- Promised: 0 of 0

## Promises (0)

Nothing has been promised.
`)
  })

  test('PL72: an objective without key results is there too', () => {
    const snapshot = plan({})
    run(snapshot, 'olga', call('objective.create', { id: 'o', nodeId: 'brand', cycleId: 'q2', title: 'Be known' }))
    expect(outputOf(snapshot).sections[0]).toMatchObject({ title: 'Brand', table: { rows: [['Be known', '', '', '', '', '']] } })
  })

  test('PL73: what came without its history says neither who agreed nor when; what was delivered says so', () => {
    const snapshot = plan({ churn: { node: 'billing', title: 'Churn' } }, [
      { consumerKeyResultId: 'churn', supplierNodeId: 'brand', what: 'Film', state: 'promised' },
      { consumerKeyResultId: 'churn', supplierNodeId: 'brand', what: '', state: 'accepted', promisedOn: '2027-04-02' },
    ])
    expect(outputOf(snapshot).sections.find(({ id }) => id === 'promises')?.table?.rows).toEqual([
      ['Film', 'Brand', 'Billing: Churn', 'no day', '', ''],
      ['“Churn”, accepted', 'Brand', 'Billing: Churn', '2 Apr', '', ''],
    ])
  })

  test('PL74: nodes stand in their order, whoever is more confident', () => {
    const snapshot = session()
    const low = { id: 't0', ritualId: 'rit', nodeId: 'platform', key: 'confidence', counts: [0, 0, 0, 0, 3, 0], voters: 3 }
    const voted = plan({ churn: { node: 'billing' } }, [], { tally: [low, ...[...snapshot.tables.tally.values()].map((each) => ({ ...each }))] })
    expect(
      outputOf(voted)
        .sections.find(({ id }) => id === 'vote')
        ?.table?.rows.map(([name]) => name),
    ).toEqual(['Billing', 'Platform', 'All'])
  })

  test('PL77: the calendar has promises that are still to come and actions that are open', () => {
    const { snapshot, baseline } = committed()
    expect(outputOf(snapshot, baseline).calendar).toEqual([
      { id: 'd1', on: '2027-05-15', title: 'Platform gives “SSO live” to Billing', text: 'Promised for “Reduce churn” of Billing.' },
      { id: 'act', on: '2027-03-22', title: 'Get an answer from Brand on “Film”', text: '{person:ana} does it.' },
    ])
    run(snapshot, 'ana', call('ritualItem.update', { id: 'act', set: { status: 'done' } }))
    expect(outputOf(snapshot, baseline).calendar.map(({ id }) => id)).toEqual(['d1'])
  })

  test('PL78: no text of it holds the name of a person', () => {
    const { snapshot, baseline } = committed()
    for (const name of ['Ana', 'Ben', 'Fay']) expect(JSON.stringify(outputOf(snapshot, baseline))).not.toContain(name)
  })
})
