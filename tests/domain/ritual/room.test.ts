import { describe, expect, test } from 'vitest'
import { questionOf, statementKeys } from '../../../lib/domain/ritual/question.ts'
import { decideReveal } from '../../../lib/domain/ritual/reveal.ts'
import { readAnswer } from '../../../lib/domain/ritual/sealed.ts'
import { refused } from '../promise/kit.ts'
import { now } from './plan/kit.ts'
import { acting, answer, checking, draft, given, nobody, planning, reveal, seat, seenBy, stand, vote } from './room-kit.ts'

describe('what is asked', () => {
  test('RI20: a plan asks for confidence and drafts, a check for five statements, value, change and share, and nothing else is asked', () => {
    const asked = ['confidence', 'confidence:2', 'confidence:9', 'draft:billing', ...statementKeys, 'value', 'change', 'share']
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
    ['change', { kind: 'ask', text: 'x' }, 'body.kind'],
    ['change', { kind: 'stop', text: 'x'.repeat(501) }, 'body.text'],
    ['share', { percent: 101 }, 'body.percent'],
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
