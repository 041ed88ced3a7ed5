import { describe, expect, test } from 'vitest'
import { isOpenFinding } from '../../../../lib/domain/ritual/plan/fit/handle.ts'
import { get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { findings, fixCalls, run, said, session } from './kit.ts'
import { fixIdsOf, quarter } from './quarter.ts'

type Loose = Readonly<Record<string, unknown>>

describe('what the room says', () => {
  const inRoom = { ritualId: 'rit' }
  const talk = { id: 'talk', ritualId: 'rit', kind: 'talk', subject: 'dependency', about: 'd1', status: 'open', text: 'Both' }

  test('PL45: a talk that nobody has settled; one key settles it', () => {
    const snapshot = quarter({ state: 'promised' }, { ritualItem: [talk] })
    expect(said(snapshot, 'talk', inRoom)).toEqual(['“Reduce churn” and Platform wanted to talk about “SSO live”.'])
    expect(said(snapshot, 'talk')).toEqual([])
    run(snapshot, 'ana', fixCalls(snapshot, 'talk', 'settled', inRoom))
    expect(get(snapshot, 'ritualItem', 'talk').status).toBe('done')
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
  })

  test('PL45: a talk about what is gone since is told by its own words', () => {
    const snapshot = quarter({}, { ritualItem: [{ ...talk, about: 'gone', text: 'Who pays?' }] })
    expect(said(snapshot, 'talk', inRoom)).toEqual(['Still to be talked about: Who pays?'])
  })

  test('PL53: an entry of another session is not of this one', () => {
    const other = { ...session, id: 'old', cycleId: 'q1', state: 'closed' }
    const snapshot = quarter({}, { ritual: [other], ritualItem: [{ ...talk, ritualId: 'old' }] })
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
    run(snapshot, 'fay', fixCalls(snapshot, 'unanswered', 'talk', inRoom))
    run(snapshot, 'fay', fixCalls(snapshot, 'talk', 'settled', inRoom))
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
  })

  test('PL38: a node whose votes have a mean below 3, which is never rounded up', () => {
    const voted = (counts: readonly number[], fields: Loose = {}) =>
      said(
        quarter({}, { tally: [{ id: 't', ritualId: 'rit', nodeId: 'platform', key: 'confidence', counts, voters: 1, ...fields }] }),
        'doubt',
        inRoom,
      )
    expect(voted([0, 0, 1, 1, 0, 0])).toEqual(['Platform gives its plan 2.5 of 5: what would make it 3?'])
    expect(voted([0, 0, 1, 20, 0, 0])).toEqual(['Platform gives its plan 2.9 of 5: what would make it 3?'])
    expect(voted([0, 0, 0, 1, 0, 0])).toEqual([])
    expect(voted([1, 0, 0, 0, 0, 0])).toEqual(['Platform gives its plan 0.0 of 5: what would make it 3?'])
    expect(voted([0, 0, 0, 0, 0, 0])).toEqual([])
    expect(voted([1, 0, 0], { nodeId: null })).toEqual([])
    expect(voted([1, 0, 0], { key: 'energy' })).toEqual([])
  })

  test('PL54: every finding can be owned or accepted, and a need talked about; then it says so', () => {
    const snapshot = quarter({ state: 'declined' })
    expect(fixIdsOf(snapshot, 'refused')).toEqual(['ask', 'drop'])
    expect(fixIdsOf(snapshot, 'refused', inRoom)).toEqual(['ask', 'drop', 'assign', 'talk', 'accept'])
    const handled = (at: Snapshot) => findings(at, inRoom).find(({ rule }) => rule === 'refused')
    const open = handled(snapshot)
    expect([open?.handled, open && isOpenFinding(open)]).toEqual([null, true])
    for (const [fix, how, isOpen] of [
      ['talk', 'talk', true],
      ['assign', 'assigned', false],
      ['accept', 'accepted', false],
    ] as const) {
      run(
        snapshot,
        'fay',
        fixCalls(snapshot, 'refused', fix, inRoom).map(({ name, input }) => ({ name, input: { ...castObject(input), id: fix } })),
      )
      const found = handled(snapshot)
      expect([found?.handled, found && isOpenFinding(found)]).toEqual([{ how, itemId: fix }, isOpen])
    }
    expect(get(snapshot, 'ritualItem', 'assign')).toMatchObject({
      text: 'Find another way to “SSO live”, which Platform declined',
      ownerId: 'ana',
      dueOn: '2027-03-22',
      about: 'd1',
      nodeId: 'billing',
    })
    expect(get(snapshot, 'ritualItem', 'accept')).toMatchObject({
      kind: 'risk',
      status: 'accepted',
      text: 'Platform declined “SSO live”; “Reduce churn” still needs it.',
    })
  })

  test('PL54: a risk is accepted of one finding only, an action about a need holds for all that is found about it', () => {
    const item = { id: 'i', ritualId: 'rit', subject: 'dependency', about: 'd1', key: 'undated', text: 'x' }
    const handled = (fields: Loose) =>
      findings(quarter({ neededOn: null }, { ritualItem: [{ ...item, ...fields }] }), inRoom).map(({ rule, handled: by }) => [rule, by?.how ?? null])
    expect(handled({ kind: 'risk', status: 'accepted' })).toEqual([
      ['unanswered', null],
      ['undated', 'accepted'],
    ])
    expect(handled({ kind: 'risk', status: 'open' })).toEqual([
      ['unanswered', null],
      ['undated', null],
    ])
    expect(handled({ kind: 'action', status: 'open', ownerId: 'ana' })).toEqual([
      ['unanswered', 'assigned'],
      ['undated', 'assigned'],
    ])
    for (const fields of [{ status: 'open' }, { status: 'dropped', ownerId: 'ana' }])
      expect(handled({ kind: 'action', ...fields })).toEqual([
        ['unanswered', null],
        ['undated', null],
      ])
  })
})

/** Guaranteed by the commands of fixes: their input is an object. */
function castObject(input: unknown): object {
  return input as object
}
