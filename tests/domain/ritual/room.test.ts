import { describe, expect, test } from 'vitest'
import { decideAnswer } from '../../../lib/domain/ritual/answer.ts'
import { decideReveal, decideShare } from '../../../lib/domain/ritual/reveal.ts'
import { answersTo, type Room, type Sealed, type Seat, seenQuestions } from '../../../lib/domain/ritual/room.ts'
import { questionOf, readAnswer, statementKeys } from '../../../lib/domain/ritual/sealed.ts'
import { leastOfNode, spreadsOf } from '../../../lib/domain/ritual/spread.ts'
import { applyChanges, get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { refused } from '../promise/kit.ts'
import { network, now, type PersonOfPlan, session, today, who } from './plan/kit.ts'

const check = { id: 'chk', kind: 'check', title: 'Check of Billing', phase: 'statements', nodeId: 'billing', facilitatorId: 'fay' }

type Fields = Readonly<Record<string, unknown>>

const planning = (fields: Fields = {}) => network({ ritual: [{ ...session, ...fields }] })
const checking = (fields: Fields = {}) => network({ ritual: [{ ...check, ...fields }] })

const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, personId: id, name: null, nodeId: null, joinedAt: '2027-03-15T08:00:00Z', leftAt: null },
  ...more,
})
const given = (seatId: string, question: string, body: unknown, at = '2027-03-15T08:30:00Z'): Sealed => ({ seatId, question, body, at })

const vote = (value: number, why?: string) => (why === undefined ? { value } : { value, why })
const stand = (colour: number, trend = 0) => ({ colour, trend })
const draft = (text: string) => ({ lines: [{ id: 'l1', kind: 'objective', text }] })

const people = ['ana', 'ben', 'fay', 'olga', 'eva'] as const
const nobody = [null, ...people]

function seenBy(snapshot: Snapshot, ritualId: string, room: Room, looking: { seat?: string | null; person?: string | null }) {
  const { seat: seatId = null, person: personId = seatId } = looking
  return seenQuestions(snapshot, get(snapshot, 'ritual', ritualId), room, { seatId, personId, day: today })
}

function answer(snapshot: Snapshot, ritualId: string, room: Room, [seatId, question, body]: readonly [string | null, string, unknown]) {
  return decideAnswer(snapshot, get(snapshot, 'ritual', ritualId), { room, seatId, question, body, day: today })
}

function acting(person: PersonOfPlan) {
  return { who: who(person), now, newId: (ordinal: number) => `tally_${ordinal}` }
}

function reveal(snapshot: Snapshot, room: Room, person: PersonOfPlan, question: string) {
  const changes = decideReveal(
    snapshot,
    { ritualId: get(snapshot, 'ritual', question.startsWith('s') ? 'chk' : 'rit').id, question, room },
    acting(person),
  )
  applyChanges(snapshot, changes)
  return changes
}

describe('what is asked', () => {
  test('RI20: a plan asks for confidence and drafts, a check for five statements and value, and nothing else is asked', () => {
    const asked = ['confidence', 'confidence:2', 'confidence:9', 'draft:billing', ...statementKeys, 'value']
    const never = ['confidence:1', 'confidence:10', 'confidence2', 'draft:', 's0', 's6', 'Value', '']
    const keysOf = (kind: 'plan' | 'walk' | 'check' | 'coffee') => [...asked, ...never].filter((key) => questionOf(kind, key))
    expect(keysOf('plan')).toEqual(asked.slice(0, 4))
    expect(keysOf('check')).toEqual(asked.slice(4))
    expect([keysOf('walk'), keysOf('coffee')]).toEqual([[], []])
    expect(refused(() => answer(planning(), 'rit', { seats: [seat('ana')], sealed: [] }, ['ana', 's1', stand(1)]))).toEqual(['NOT_FOUND'])
  })

  test.each([
    ['confidence', { value: 6 }, 'body.value'],
    ['confidence', { value: 2.5 }, 'body.value'],
    ['confidence', { value: 3, why: 'x'.repeat(1_001) }, 'body.why'],
    ['confidence', null, 'body'],
    ['draft', { lines: [draft('a').lines[0], draft('b').lines[0]] }, 'body.lines'],
    ['statement', { colour: 3, trend: 0 }, 'body.colour'],
    ['statement', { colour: 1, trend: 2 }, 'body.trend'],
    ['value', { text: '' }, 'body.text'],
    ['value', { text: 'We listen', mark: 'best' }, 'body.mark'],
  ] as const)('RI20: to %s the answer %j is refused at %s', (asks, body, path) => {
    expect(refused(() => readAnswer({ asks }, body))).toEqual(['VALIDATION', path])
  })

  test('RI20: every fault is named', () => {
    expect(refused(() => readAnswer({ asks: 'statement' }, { colour: 9, trend: 9 }))).toEqual(['VALIDATION', 'body.colour', 'body.trend'])
  })
})

describe('under seal', () => {
  const seats = [seat('ana', { nodeId: 'billing' }), seat('ben', { nodeId: 'platform' }), seat('fay'), seat('eva')]

  test('RI21: who answers sits in the room, and has not left', () => {
    const room = { seats: [...seats, seat('olga', { leftAt: now })], sealed: [] }
    expect(answer(planning(), 'rit', room, ['ana', 'confidence', vote(4)])).toEqual({ asks: 'confidence', body: { value: 4 } })
    for (const id of ['olga', 'nobody', null])
      expect(refused(() => answer(planning(), 'rit', room, [id, 'confidence', vote(4)]))).toEqual(['SEAT_MISSING'])
  })

  test('RI21: before it is open an answer is seen by its author alone; that somebody has answered is seen by all', () => {
    const sealed = [given('ana', 'confidence', vote(1, 'canary')), given('ana', 'draft:billing', draft('canary'))]
    for (const person of nobody) {
      const questions = seenBy(planning(), 'rit', { seats, sealed }, { seat: person })
      expect(questions.map(({ answered, open, spread }) => ({ answered, open, spread }))).toEqual(
        Array(2).fill({ answered: ['ana'], open: null, spread: null }),
      )
      expect(JSON.stringify(questions).includes('canary')).toBe(person === 'ana')
    }
  })

  test('RI21: nobody drafts for a node that is neither their own nor the one they sit for', () => {
    const room = { seats, sealed: [] }
    const tries = (id: string, nodeId: string) => () => answer(planning(), 'rit', room, [id, `draft:${nodeId}`, draft('Be loved')])
    expect(tries('ana', 'billing')()).toMatchObject({ asks: 'draft' })
    expect(refused(tries('ana', 'platform'))).toEqual(['FORBIDDEN'])
    expect(refused(tries('eva', 'billing'))).toEqual(['FORBIDDEN'])
    expect(refused(tries('ana', 'gone'))).toEqual(['NOT_FOUND'])
    const forBrand = { seats: [seat('eva', { nodeId: 'brand' })], sealed: [] }
    expect(answer(planning(), 'rit', forBrand, ['eva', 'draft:brand', draft('Be seen')])).toMatchObject({ asks: 'draft' })
  })
})

describe('to reveal', () => {
  const seats = [seat('ana', { nodeId: 'billing' }), seat('ben', { nodeId: 'platform' })]
  const one = [given('ana', 'confidence', vote(4))]

  test('RI22: who leads may at any time; others once all who are here have answered', () => {
    expect(refused(() => reveal(planning(), { seats, sealed: one }, 'ben', 'confidence'))).toEqual(['SEALED'])
    expect(refused(() => reveal(planning(), { seats, sealed: one }, 'eva', 'confidence'))).toEqual(['SEAT_MISSING'])
    expect(reveal(planning(), { seats, sealed: one }, 'fay', 'confidence')).not.toEqual([])
    const both = [...one, given('ben', 'confidence', vote(2))]
    expect(reveal(planning(), { seats, sealed: both }, 'ben', 'confidence')).not.toEqual([])
    const left = [seat('ana'), seat('ben'), seat('eva', { leftAt: now })]
    expect(reveal(planning(), { seats: left, sealed: both }, 'ana', 'confidence')).not.toEqual([])
    const alone = seats.map((seat) => (seat.id === 'ana' ? seat : { ...seat, leftAt: now }))
    const own = both.filter(({ seatId }) => seatId === 'ana')
    expect(own).toHaveLength(1)
    expect(refused(() => reveal(planning(), { seats: alone, sealed: own }, 'ana', 'confidence'))).toEqual(['SEALED'])
  })

  test('RI22: a draft by who leads and by who speaks for its node, and by nobody else however many have answered', () => {
    const all = [given('ana', 'draft:billing', draft('a')), given('ben', 'draft:billing', draft('b'))]
    const room = { seats: [seat('ana'), seat('ben', { nodeId: 'billing' })], sealed: all }
    expect(refused(() => reveal(planning(), room, 'ben', 'draft:billing'))).toEqual(['FORBIDDEN'])
    expect(reveal(planning(), room, 'ana', 'draft:billing')).toHaveLength(1)
    expect(reveal(planning(), room, 'fay', 'draft:billing')).toHaveLength(1)
  })

  test('RI22: where nobody has answered there is nothing to reveal, nor in a question that opens by itself', () => {
    expect(refused(() => reveal(planning(), { seats, sealed: [] }, 'fay', 'confidence'))).toEqual(['SEALED'])
    const value = { ritualId: 'chk', question: 'value', room: { seats, sealed: [given('ana', 'value', { text: 'We listen' })] } }
    expect(refused(() => decideReveal(checking(), value, acting('fay')))).toEqual(['SEALED'])
  })

  test('RI22: once revealed nothing comes in or goes out, and a second time changes nothing', () => {
    const snapshot = planning()
    const room = { seats, sealed: one }
    reveal(snapshot, room, 'fay', 'confidence')
    for (const body of [vote(5), null]) {
      expect(refused(() => answer(snapshot, 'rit', room, ['ana', 'confidence', body]))).toEqual(['SEALED'])
      expect(refused(() => answer(snapshot, 'rit', room, ['ben', 'confidence', body]))).toEqual(['SEALED'])
    }
    expect(reveal(snapshot, room, 'fay', 'confidence')).toEqual([])
    expect(answer(snapshot, 'rit', room, ['ben', 'confidence:2', vote(5)])).toMatchObject({ body: { value: 5 } })
  })
})

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

  const seats = [seat('ana'), seat('ben'), seat('eva')]
  const sealed = [given('ana', 'value', { text: 'canary', mark: null }), given('ben', 'value', { text: 'Nights without alarm', mark: null })]

  test('RI24: “how do you generate value” opens to each who has answered, whatever their role', () => {
    for (const person of nobody) {
      const seen = seenBy(checking(), 'chk', { seats, sealed }, { seat: person })
      expect(JSON.stringify(seen).includes('canary')).toBe(person === 'ana' || person === 'ben')
    }
  })

  test('RI24: who has read others keeps their own sentence; what it speaks of may change', () => {
    const again = (body: unknown) => () => answer(checking(), 'chk', { seats, sealed }, ['ben', 'value', body])
    expect(refused(again({ text: 'As Ana says', mark: null }))).toEqual(['SEALED'])
    expect(refused(again(null))).toEqual(['SEALED'])
    expect(again({ text: 'Nights without alarm', mark: 'user' })()).toMatchObject({ body: { mark: 'user' } })
    const alone = { seats, sealed: sealed.slice(0, 1) }
    expect(answer(checking(), 'chk', alone, ['ana', 'value', { text: 'Else' }])).toMatchObject({ body: { text: 'Else' } })
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
