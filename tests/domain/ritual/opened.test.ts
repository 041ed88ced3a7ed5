import { describe, expect, test } from 'vitest'
import { decideReveal, decideShare } from '../../../lib/domain/ritual/reveal.ts'
import { answersTo, type Room, type Sealed } from '../../../lib/domain/ritual/room.ts'
import { leastOfNode, spreadsOf } from '../../../lib/domain/ritual/spread.ts'
import { applyChanges, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { refused } from '../promise/kit.ts'
import { now, type PersonOfPlan } from './plan/kit.ts'
import { acting, answer, checking, draft, given, nobody, planning, reveal, seat, seenBy, stand, vote } from './room-kit.ts'

describe('a vote', () => {
  const seats = [seat('ana', { nodeId: 'billing' }), seat('ben', { nodeId: 'platform' }), seat('eva', { nodeId: 'platform' }), seat('olga')]
  const sealed = [
    given('ana', 'confidence', vote(0, 'zebra')),
    given('ben', 'confidence', vote(4, 'apple')),
    given('eva', 'confidence', vote(4, '  ')),
    given('olga', 'confidence', vote(5, 'mango')),
  ]

  /** A room in which so many vote for each node, `none` for those that sit for none. */
  function voted(voters: Readonly<Record<string, number>>): Room {
    const sitting = Object.entries(voters).flatMap(([nodeId, count]) => Array.from({ length: count }, (_, at) => ({ id: `${nodeId}${at}`, nodeId })))
    const seated = sitting.map(({ id, nodeId }) => seat(id, { nodeId: nodeId === 'none' ? null : nodeId }))
    return { seats: seated, sealed: seated.map(({ id }, at) => given(id, 'confidence', vote(at % 6))) }
  }

  test('RI23: opens as counts of all and of each node with three voters, and leaves them as records', () => {
    const snapshot = planning()
    const room = voted({ billing: 3, none: 1, brand: 2 })
    reveal(snapshot, room, 'fay', 'confidence')
    expect(listOf(snapshot, 'tally')).toMatchObject([
      { key: 'confidence', nodeId: null, counts: [1, 1, 1, 1, 1, 1], voters: 6 },
      { key: 'confidence', nodeId: 'billing', counts: [1, 1, 1, 0, 0, 0], voters: 3 },
    ])
    const [seen] = seenBy(snapshot, 'rit', room, { seat: 'billing0' })
    expect(seen?.spread).toMatchObject([{ voters: 6 }, { nodeId: 'billing', voters: 3 }])
  })

  test.each([
    [{ billing: 3, platform: 4, none: 1 }, ['platform']],
    [{ billing: 3, platform: 4, brand: 2 }, ['platform']],
    [{ billing: 3, brand: 1 }, []],
    [{ billing: 3, platform: 3 }, ['billing', 'platform']],
    [{ billing: 2, platform: 2, brand: 2 }, []],
    [{ billing: 1 }, []],
  ] as const)('RI23: where %j vote, %j are told, and what is left is nobody or several', (voters, told) => {
    const room = voted(voters)
    const [all, ...nodes] = spreadsOf(answersTo(room, { asks: 'confidence', key: 'confidence' })) ?? []
    expect(nodes.map(({ nodeId }) => nodeId)).toEqual(told)
    const left = nodes.reduce((rest, each) => rest - each.voters, all?.voters ?? 0)
    if (nodes.length > 0) expect(left === 0 || left >= leastOfNode).toBe(true)
  })

  test('RI23: reasons stand without a seat, a node or a value, in an order that tells nothing', () => {
    const snapshot = planning({ revealed: ['confidence'] })
    const orders = [sealed, sealed.toReversed()]
    for (const order of orders) {
      const [seen] = seenBy(snapshot, 'rit', { seats, sealed: order }, { seat: 'ben' })
      expect(seen?.open).toEqual(['apple', 'mango', 'zebra'].map((why) => ({ seatId: null, nodeId: null, body: { why } })))
    }
  })
})

describe('words', () => {
  test('RI24: drafts open with their authors', () => {
    const room = { seats: [seat('ana', { nodeId: 'billing' })], sealed: [given('ana', 'draft:billing', draft('Be loved'))] }
    const [seen] = seenBy(planning({ revealed: ['draft:billing'] }), 'rit', room, { seat: 'ben' })
    expect(seen).toMatchObject({ open: [{ seatId: 'ana', nodeId: 'billing', body: draft('Be loved') }], spread: null })
  })

  const guest = (id: string) => seat(id, { personId: null, name: 'Sam' })
  const seats = [seat('ana'), seat('ben', { nodeId: 'billing' }), seat('fay'), guest('sam'), guest('kim')]
  const wrote = (id: string, text = 'Nights without alarm') => given(id, 'value', { text, mark: null })
  const readersOf = (sealed: readonly Sealed[]) =>
    ['sam', 'kim', ...nobody].filter((id) => {
      const person = id === 'sam' || id === 'kim' ? null : id
      return JSON.stringify(seenBy(checking(), 'chk', { seats, sealed }, { seat: id, person })).includes('canary')
    })

  test('RI24: “how do you generate value” opens to those of the node and to guests who have answered, and to nobody else, whoever leads or sits for the node', () => {
    const others = ['ben', 'fay', 'sam'].map((id) => wrote(id))
    expect(readersOf([wrote('kim', 'canary'), ...others])).toEqual(['sam', 'kim'])
    expect(readersOf([wrote('kim', 'canary'), ...others, wrote('ana')])).toEqual(['sam', 'kim', 'ana'])
    expect(readersOf([wrote('ben', 'canary'), wrote('fay'), wrote('olga')])).toEqual(['ben'])
  })

  test('RI24: who has read others keeps their own sentence; what it speaks of may change', () => {
    const sealed = [wrote('ben', 'canary'), wrote('ana')]
    const again = (id: string, body: unknown, given: readonly Sealed[] = sealed) => {
      return () => answer(checking(), 'chk', { seats, sealed: given }, [id, 'value', body])
    }
    expect(refused(again('ana', { text: 'As Ben says', mark: null }))).toEqual(['SEALED'])
    expect(refused(again('ana', null))).toEqual(['SEALED'])
    expect(again('ana', { text: 'Nights without alarm', mark: 'user' })()).toMatchObject({ body: { mark: 'user' } })
    expect(again('ana', { text: 'Else' }, sealed.slice(1))()).toMatchObject({ body: { text: 'Else' } })
    expect(again('ben', { text: 'Else' })()).toMatchObject({ body: { text: 'Else' } })
  })
})

describe('what is written together', () => {
  const seats = [seat('ana'), seat('fay'), seat('ben', { nodeId: 'billing' }), seat('sam', { personId: null, name: 'Sam' })]
  const change = (text: string) => ({ kind: 'start', text })
  const sealed = [given('fay', 'change', change('canary'), '2027-03-15T08:40:00Z'), given('ana', 'change', change('before'), '2027-03-15T08:30:00Z')]

  test('RI30: there is one answer, the last one, open at once to the people of the node and to who leads; to nobody else', () => {
    for (const id of ['sam', ...nobody]) {
      const [seen] = seenBy(checking(), 'chk', { seats, sealed }, { seat: id, person: id === 'sam' ? null : id })
      const isWriter = id === 'ana' || id === 'fay'
      expect([id, seen?.open ?? null]).toEqual([id, isWriter ? [{ seatId: 'fay', nodeId: null, body: change('canary') }] : null])
    }
    const [nobodyLeads] = seenBy(checking({ facilitatorId: null }), 'chk', { seats, sealed }, { seat: 'sam', person: null })
    expect(nobodyLeads?.open).toBeNull()
  })

  test('RI30: they alone write it, it has no spread and is never revealed', () => {
    const room = { seats, sealed }
    const writes = (id: string) => () => answer(checking(), 'chk', room, [id, 'share', { percent: 50 }])
    expect([writes('ana')(), writes('fay')()]).toMatchObject([{ body: { percent: 50 } }, { body: { percent: 50 } }])
    for (const id of ['ben', 'sam']) expect(refused(writes(id))).toEqual(['FORBIDDEN'])
    expect(seenBy(checking(), 'chk', room, { seat: 'ana' })[0]?.spread).toBeNull()
    const opening = { ritualId: 'chk', question: 'change', room }
    expect(refused(() => decideReveal(checking(), opening, acting('fay')))).toEqual(['SEALED'])
  })
})

describe('statements of a check', () => {
  const seats = [seat('ana'), seat('guest', { personId: null, name: 'Sam' }), seat('ben'), seat('eva', { joinedAt: '2027-03-15T08:45:00Z' })]
  const three = ['ana', 'guest', 'ben'].map((id) => given(id, 's1', stand(2, 1)))

  test('RI25: open to the people of the node, and from four voters on to whoever sat in the room by then; to nobody else, whatever the role', () => {
    const snapshot = checking({ revealed: ['s1'] })
    const room = { seats, sealed: three }
    const readersOf = (sealed: readonly Sealed[]) =>
      ['guest', ...nobody].filter((id) => {
        const [seen] = seenBy(snapshot, 'chk', { seats, sealed }, { seat: id, person: id === 'guest' ? null : id })
        expect(seen?.isRevealed).toBe(true)
        return seen?.spread !== null
      })
    expect(readersOf(three)).toEqual(['ana'])
    expect(readersOf([...three, given('eva', 's1', stand(0, -1))])).toEqual(['guest', 'ana', 'ben'])
    const [seen] = seenBy(snapshot, 'chk', room, { person: 'ana' })
    expect(seen).toMatchObject({ open: null, spread: [{ nodeId: null, counts: [0, 0, 3], trends: [0, 0, 3], voters: 3 }] })
    expect(seenBy(checking(), 'chk', room, { seat: 'ana' })[0]?.spread).toBeNull()
  })

  test('RI26: they leave no record when they are revealed', () => {
    const snapshot = checking()
    reveal(snapshot, { seats, sealed: three }, 'fay', 's1')
    expect(listOf(snapshot, 'tally')).toEqual([])
  })

  const share = (snapshot: Snapshot, sealed: readonly Sealed[], person: PersonOfPlan, keys: readonly string[] = ['s1']) =>
    decideShare(snapshot, { ritualId: 'chk', keys, room: { seats, sealed } }, acting(person))

  test('RI26: they leave the team as counts with four voters at least, revealed, and when the people of the node say so', () => {
    const four = [...three, given('eva', 's1', stand(0, -1))]
    const open = () => checking({ revealed: ['s1'] })
    expect(refused(() => share(open(), three, 'ana'))).toEqual(['SEALED'])
    expect(refused(() => share(checking(), four, 'ana'))).toEqual(['SEALED'])
    for (const person of ['ben', 'fay', 'olga', 'eva'] as const) expect(refused(() => share(open(), four, person))).toEqual(['FORBIDDEN'])
    const snapshot = open()
    applyChanges(snapshot, share(snapshot, four, 'ana'))
    expect(listOf(snapshot, 'tally')).toMatchObject([{ key: 's1', nodeId: 'billing', counts: [1, 0, 3], trends: [1, 0, 3], voters: 4 }])
    expect(share(snapshot, four, 'ana')).toEqual([])
    expect(refused(() => share(snapshot, four, 'ana', ['confidence']))).toEqual(['NOT_FOUND'])
  })

  test('RI26: what a check has revealed may still leave the team when it is over', () => {
    const four = [...three, given('eva', 's1', stand(0))]
    const over = checking({ revealed: ['s1'], state: 'closed', closedAt: now })
    expect(share(over, four, 'ana')).toHaveLength(1)
  })
})
