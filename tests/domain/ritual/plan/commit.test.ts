import { describe, expect, test } from 'vitest'
import { reverseAll } from '../../../../lib/domain/change.ts'
import { type CommandInputs, call } from '../../../../lib/domain/command/call.ts'
import { commitSentence } from '../../../../lib/domain/ritual/plan/commit-sentence.ts'
import { commitState } from '../../../../lib/domain/ritual/plan/commit-state.ts'
import { isProvisional } from '../../../../lib/domain/ritual/plan/needs.ts'
import { actionText } from '../../../../lib/domain/ritual/plan/open-action.ts'
import { applyChanges, find, get, listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../../lib/domain/undo.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { refusal, refused } from '../../promise/kit.ts'
import { textOf } from '../../sketch.ts'
import { now, type PersonOfPlan, plan, run, session } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const needed = { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-05-01' }

function quarter(needs: readonly Loose[] = [needed], more: Parameters<typeof plan>[2] = {}): Snapshot {
  return plan({ churn: { node: 'billing', title: 'Reduce churn' }, login: { node: 'platform', title: 'One login' } }, needs, more)
}

function state(snapshot: Snapshot) {
  return commitState(snapshot, get(snapshot, 'ritual', 'rit'), now)
}

type Given = Partial<CommandInputs['plan.commit']>

const owned = { dependencyId: 'd1', itemId: 'item1', ownerId: 'ana', dueOn: '2027-03-22' }

function commit(snapshot: Snapshot, given: Given = {}, person: PersonOfPlan = 'fay') {
  return run(snapshot, person, call('plan.commit', { id: 'rit', markId: 'mark1', markName: '2027-Q2 baseline', ...given }))
}

const action = { id: 'act', ritualId: 'rit', kind: 'action', subject: 'dependency', about: 'd1', text: 'Call them', status: 'open' }

describe('what is not final', () => {
  test.each(promiseStates)('PL21: a need that is %s', (each) => {
    const snapshot = quarter([{ ...needed, state: each }])
    const isFinal = ['promised', 'delivered', 'accepted', 'withdrawn', 'cancelled'].includes(each)
    expect(isProvisional(snapshot, 'churn')).toBe(!isFinal)
    expect(isProvisional(snapshot, 'login')).toBe(false)
    expect(state(snapshot).provisionalIds).toEqual(isFinal ? [] : ['churn'])
  })

  test('PL21: a need on a node counts as any other', () => {
    expect(isProvisional(quarter([{ ...needed, supplierKeyResultId: null, supplierNodeId: 'brand' }]), 'churn')).toBe(true)
  })
})

describe('where a plan stands', () => {
  test('PL22: key results and needs of the cycle, and nothing of another one', () => {
    const snapshot = plan({ churn: { node: 'billing' }, login: { node: 'platform' }, old: { node: 'brand', cycle: 'q1' } }, [
      { ...needed, state: 'promised' },
      { ...needed, state: 'accepted' },
      { ...needed, state: 'declined' },
      { ...needed, state: 'withdrawn' },
      { consumerKeyResultId: 'old', supplierKeyResultId: 'login' },
    ])
    expect(state(snapshot)).toMatchObject({
      keyResults: 2,
      needs: 3,
      promised: 2,
      isSettled: false,
      open: [{ dependencyId: 'd3', state: 'declined' }],
    })
  })

  test('PL22: a cycle in which nothing is planned', () => {
    const empty = plan({})
    expect(state(empty)).toEqual({
      keyResults: 0,
      promised: 0,
      needs: 0,
      open: [],
      isSettled: true,
      provisionalIds: [],
      signedNodeIds: [],
      unsignedNodeIds: [],
    })
    expect(commitSentence(state(empty))).toBe('No key result is planned yet.')
  })

  test('PL23: nodes that plan or are asked have to sign; who has not is told and blocks nothing', () => {
    const snapshot = quarter([{ ...needed, supplierKeyResultId: null, supplierNodeId: 'brand', state: 'promised' }], {
      signOff: [{ id: 's1', ritualId: 'rit', nodeId: 'billing' }],
    })
    expect(state(snapshot)).toMatchObject({ signedNodeIds: ['billing'], unsignedNodeIds: ['brand', 'platform'] })
    commit(snapshot)
    expect(get(snapshot, 'ritual', 'rit').state).toBe('closed')
  })

  test('PL23: a node that neither plans nor is asked has nothing to sign', () => {
    expect(state(quarter([])).unsignedNodeIds).toEqual(['billing', 'platform'])
  })

  test.each([
    [{ ownerId: 'ana', dueOn: '2027-04-01' }, true],
    [{ ownerId: 'ana', dueOn: '2027-04-01', status: 'done' }, true],
    [{ ownerId: 'ana' }, false],
    [{ dueOn: '2027-04-01' }, false],
    [{ ownerId: 'ana', dueOn: '2027-04-01', status: 'dropped' }, false],
    [{ ownerId: 'ana', dueOn: '2027-04-01', about: 'd9' }, false],
    [{ ownerId: 'ana', dueOn: '2027-04-01', kind: 'note', status: null }, false],
    [{ ownerId: 'ana', dueOn: '2027-04-01', ritualId: 'other' }, false],
  ])('PL24: an open need with the entry %j is owned: %s', (fields, isOwned) => {
    const other = { ...session, id: 'other', cycleId: 'q1', state: 'closed' }
    const snapshot = quarter([needed], { ritualItem: [{ ...action, ...fields }], ritual: [other] })
    expect(state(snapshot).open.map((each) => each.isOwned)).toEqual([isOwned])
    expect(state(snapshot).isSettled).toBe(isOwned)
  })

  test('PL25: it suggests the owner of the key result, else of the objective, else a lead, else nobody', () => {
    const suggested = (snapshot: Snapshot) => state(snapshot).open[0]?.suggested.ownerId
    expect(suggested(plan({ churn: { node: 'billing', ownerId: 'eva' }, login: { node: 'platform' } }, [needed]))).toBe('eva')
    const ofObjective = quarter()
    run(ofObjective, 'olga', call('objective.update', { id: 'obj-churn', set: { ownerId: 'olga' } }))
    expect(suggested(ofObjective)).toBe('olga')
    expect(suggested(quarter())).toBe('ana')
    expect(suggested(plan({ churn: { node: 'brand' }, login: { node: 'platform' } }, [needed]))).toBeNull()
  })

  test.each([
    ['2027-05-01', '2027-03-22'],
    ['2027-03-18', '2027-03-18'],
    ['2027-03-15', '2027-03-15'],
    ['2027-03-14', '2027-03-22'],
    [null, '2027-03-22'],
  ])('PL25: needed on %s it suggests %s', (neededOn, dueOn) => {
    expect(state(quarter([{ ...needed, neededOn }])).open[0]?.suggested.dueOn).toBe(dueOn)
  })

  test('PL25: one sentence', () => {
    const open = (owners: readonly boolean[]) => owners.map((isOwned) => ({ isOwned }))
    expect(commitSentence({ keyResults: 27, promised: 31, needs: 33, open: open([true, true]) })).toBe(
      '27 key results, 31 promises agreed, 2 open (owned).',
    )
    expect(commitSentence({ keyResults: 27, promised: 31, needs: 33, open: open([true, false]) })).toBe(
      '27 key results, 31 promises agreed, 2 open, 1 of them without an owner.',
    )
    expect(commitSentence({ keyResults: 1, promised: 1, needs: 2, open: open([false]) })).toBe(
      '1 key result, 1 promise agreed, 1 open, without an owner.',
    )
    expect(commitSentence({ keyResults: 3, promised: 0, needs: 2, open: open([false, false]) })).toBe(
      '3 key results, 0 promises agreed, 2 open, all without an owner.',
    )
    expect(commitSentence({ keyResults: 3, promised: 2, needs: 2, open: [] })).toBe('3 key results, 2 promises agreed, nothing open.')
    expect(commitSentence({ keyResults: 3, promised: 0, needs: 0, open: [] })).toBe('3 key results, nobody needs anything of another.')
  })

  test.each([
    [{ state: 'draft' }, 'Ask Platform for “SSO live”'],
    [{ state: 'requested' }, 'Get an answer from Platform on “SSO live”'],
    [{ state: 'deferred' }, 'Get an answer from Platform on “SSO live”'],
    [{ state: 'offered' }, 'Answer the offer of Platform: “SSO live”'],
    [{ state: 'countered', counteredBy: 'supplier' }, 'Answer what Platform proposed on “SSO live”'],
    [{ state: 'countered', counteredBy: 'consumer' }, 'Get an answer from Platform on “SSO live”'],
    [{ state: 'declined' }, 'Find another way to “SSO live”, which Platform declined'],
    [{ state: 'revoked' }, 'Find another way to “SSO live”, which Platform took back'],
    [{ state: 'requested', what: '' }, 'Get an answer from Platform on “One login”'],
    [{ state: 'requested', what: '', supplierKeyResultId: null, supplierNodeId: 'brand' }, 'Get an answer from Brand on “Reduce churn”'],
    [{ state: 'requested', supplierKeyResultId: null, supplierNodeId: 'billing' }, 'Decide on “SSO live”'],
  ])('PL26: %j is “%s”', (fields, text) => {
    const snapshot = quarter([{ ...needed, ...fields }])
    expect(actionText(snapshot, get(snapshot, 'dependency', 'd1'))).toBe(text)
  })
})

describe('plan.commit', () => {
  test('PL27: actions, baseline, the cycle under way and the session closed, in one step that can be taken back', () => {
    const snapshot = quarter()
    const before = textOf(snapshot)
    const changes = commit(snapshot, { open: [owned], attendeeIds: ['ana', 'ben'], guests: 3 })
    expect(changes.map(({ entity, id }) => `${entity} ${id}`)).toEqual(['ritualItem item1', 'cycle q2', 'mark mark1', 'ritual rit'])
    expect(find(snapshot, 'ritualItem', 'item1')).toMatchObject({
      kind: 'action',
      text: 'Get an answer from Platform on “SSO live”',
      subject: 'dependency',
      about: 'd1',
      ownerId: 'ana',
      dueOn: '2027-03-22',
      status: 'open',
      personId: 'fay',
    })
    expect(find(snapshot, 'mark', 'mark1')).toMatchObject({ name: '2027-Q2 baseline', kind: 'baseline', revision: snapshot.revision, at: now })
    expect(get(snapshot, 'cycle', 'q2').phase).toBe('active')
    expect(get(snapshot, 'ritual', 'rit')).toMatchObject({
      state: 'closed',
      closedAt: now,
      markId: 'mark1',
      attendeeIds: ['ana', 'ben'],
      guests: 3,
      code: null,
    })
    applyChanges(snapshot, reverseAll(changes))
    expect(textOf(snapshot)).toBe(before)
  })

  test('RI3: a commit is not taken back while another plan of the cycle is open, and is once that is over', () => {
    const snapshot = quarter()
    const changes = commit(snapshot, { open: [owned] })
    run(snapshot, 'fay', call('ritual.open', { id: 'again', kind: 'plan', cycleId: 'q2' }))
    const undo = () => decideUndo(snapshot, changes, { direction: 'undo', now })
    expect(refusal(undo)).toMatchObject({ code: 'RITUAL_OPEN', details: { id: 'again' } })
    run(snapshot, 'fay', call('ritual.cancel', { id: 'again' }))
    applyChanges(snapshot, undo())
    expect(get(snapshot, 'ritual', 'rit').state).toBe('open')
  })

  test('PL28: one need without an owner refuses the whole, by name, and changes nothing', () => {
    const snapshot = quarter([needed, { ...needed, what: 'Brand book', state: 'draft' }, { ...needed, what: '', state: 'declined' }])
    const before = textOf(snapshot)
    const { code, message, details } = refusal(() => commit(snapshot, { open: [owned] }))
    expect([code, details['dependencyIds']]).toEqual(['COMMIT_UNSETTLED', ['d2', 'd3']])
    expect(message).toBe('2 needs are not promised and have no owner: “Brand book”, “One login”. Give each an owner and a day, or drop it.')
    expect(textOf(snapshot)).toBe(before)
  })

  test('PL28: the message names three and counts the rest', () => {
    const many = quarter(['a', 'b', 'c', 'd', 'e'].map((what) => ({ ...needed, what })))
    expect(refusal(() => commit(many)).message).toBe(
      '5 needs are not promised and have no owner: “a”, “b”, “c” and 2 more. Give each an owner and a day, or drop it.',
    )
    expect(refusal(() => commit(quarter())).message).toBe(
      'One need is not promised and has no owner: “SSO live”. Give each an owner and a day, or drop it.',
    )
  })

  test('PL28: an action of the session with an owner and a day is enough; one without is not', () => {
    const done = quarter([needed], { ritualItem: [{ ...action, ownerId: 'ana', dueOn: '2027-04-01' }] })
    commit(done)
    expect(listOf(done, 'ritualItem')).toHaveLength(1)
    expect(refused(() => commit(quarter([needed], { ritualItem: [{ ...action, ownerId: 'ana' }] })))[0]).toBe('COMMIT_UNSETTLED')
  })

  test('PL29: by who leads the session, whatever the role; by a facilitator; by nobody else', () => {
    for (const [person, ok] of [
      ['fay', true],
      ['olga', true],
      ['eva', true],
      ['ana', false],
    ] as const) {
      const tried = () => commit(quarter([]), {}, person)
      if (ok) tried()
      else expect(refused(tried)).toEqual(['FORBIDDEN'])
    }
    const led = quarter([], {})
    run(led, 'fay', call('ritual.move', { id: 'rit', facilitatorId: 'ana' }))
    commit(led, {}, 'ana')
    expect(get(led, 'cycle', 'q2').phase).toBe('active')
  })

  test('PL29: who may not lead is told that first, whatever is open', () => {
    expect(refused(() => commit(quarter(), {}, 'ana'))).toEqual(['FORBIDDEN'])
  })

  test('PL29: only a session of planning, and one that is there', () => {
    const walk = quarter([], { ritual: [{ id: 'walk', kind: 'walk', state: 'open', phase: 'stops', title: 'Walk', facilitatorId: 'fay' }] })
    expect(refused(() => commit(walk, { id: 'walk' }))).toEqual(['VALIDATION', 'id'])
    expect(refused(() => commit(walk, { id: 'gone' }))).toEqual(['NOT_FOUND'])
    const taken = quarter([], { mark: [{ id: 'mark1' }] })
    expect(refused(() => commit(taken))).toEqual(['ID_TAKEN'])
  })

  test('PL30: what was promised or withdrawn meanwhile needs nobody; what is not there is not found', () => {
    for (const each of ['promised', 'accepted', 'withdrawn', 'cancelled']) {
      const snapshot = quarter([{ ...needed, state: each }])
      commit(snapshot, { open: [owned] })
      expect(snapshot.tables.ritualItem.size, each).toBe(0)
    }
    expect(refused(() => commit(quarter(), { open: [owned, { ...owned, dependencyId: 'gone', itemId: 'x' }] }))).toEqual(['NOT_FOUND'])
    expect(refused(() => commit(quarter(), { open: [{ ...owned, ownerId: 'gone' }] }))).toEqual(['UNKNOWN_REFERENCE', 'ownerId'])
  })

  test('PL31: a need that has an action gets no second one', () => {
    const snapshot = quarter([needed], { ritualItem: [action] })
    commit(snapshot, { open: [owned] })
    expect(listOf(snapshot, 'ritualItem')).toMatchObject([{ id: 'act', text: 'Call them', ownerId: 'ana', dueOn: '2027-03-22' }])
  })

  test.each([
    ['draft', 'active'],
    ['planning', 'active'],
    [null, 'active'],
    ['active', 'active'],
    ['closing', 'closing'],
    ['closed', 'closed'],
  ] as const)('PL32: a cycle that is %s is %s afterwards', (phase, after) => {
    const snapshot = quarter([])
    run(snapshot, 'olga', call('cycle.update', { id: 'q2', set: { phase } }))
    commit(snapshot)
    expect(get(snapshot, 'cycle', 'q2').phase).toBe(after)
  })

  test('PL33: an action is due from today on; the second commit finds the session closed', () => {
    expect(refused(() => commit(quarter(), { open: [{ ...owned, dueOn: '2027-03-14' }] }))).toEqual(['VALIDATION', 'open[0].dueOn'])
    const snapshot = quarter()
    commit(snapshot, { open: [{ ...owned, dueOn: '2027-03-15' }] })
    const after = textOf(snapshot)
    expect(refused(() => commit(snapshot, { markId: 'mark2', open: [owned] }))).toEqual(['RITUAL_OVER'])
    expect(textOf(snapshot)).toBe(after)
  })
})
