import { describe, expect, test } from 'vitest'
import { asId } from '../../../../lib/domain/ids.ts'
import { type Coffee, coffeeCalls, coffeeFault, giveAndGet, worthIn } from '../../../../lib/domain/ritual/check/coffee.ts'
import { mutualValue, type Worth } from '../../../../lib/domain/ritual/check/mutual-value.ts'
import { get, listOf } from '../../../../lib/domain/snapshot.ts'
import { goldenAnswer } from '../../sketch.ts'
import { after, counter, ours, twoSides } from './kit.ts'

const coffee: Coffee = {
  ourNodeId: 'platform',
  partner: { nodeId: 'onboarding' },
  job: 'New clinics book their first patient on day one',
  weGive: 'Test slots',
  theyGive: 'Feedback from clinics',
  worth: { ours: 40, theirs: 25, together: 90 },
  commitment: 'Five clinics that try it',
  promisedBy: 'them',
  on: '2027-03-05',
  cycleId: 'q',
}
const editor = { ...ours, role: 'editor' } as const

function ended(given: Partial<Coffee>, who = ours as typeof ours | typeof editor) {
  const snapshot = twoSides([])
  const ctx = { who, id: asId<'ritual'>('rit_coffee'), newId: counter(), title: 'Coffee with Onboarding' }
  return after(snapshot, coffeeCalls(snapshot, { ...coffee, ...given }, ctx), { who })
}

test('CK50: the surplus, split evenly, against the threshold', () => {
  const sure = (worth: Worth, threshold: number) => mutualValue(worth, { threshold, giveOrTake: 0 })
  const value = sure({ ours: 40, theirs: 25, together: 90 }, 10)
  expect(value).toMatchObject({ surplus: 25, gainEach: 12.5, oursTogether: 52.5, theirsTogether: 37.5, verdict: 'worth' })
  expect(value.share).toBeCloseTo(0.3846, 4)
  expect(sure({ ours: 40, theirs: 25, together: 90 }, 12.5).verdict).toBe('worth')
  expect(sure({ ours: 40, theirs: 25, together: 90 }, 13).verdict).toBe('little')
  expect(sure({ ours: 40, theirs: 25, together: 65 }, 0).verdict).toBe('none')
  expect(sure({ ours: 0, theirs: 0, together: 5 }, 1).share).toBeNull()
})

test('VN44: the worked example: 40 and 25 alone, 90 together', () => {
  const golden = Object(goldenAnswer('mutualValue'))
  const { surplus, share, gainEach, oursTogether, theirsTogether, verdict } = mutualValue(
    { ours: golden.input.standaloneA, theirs: golden.input.standaloneB, together: golden.input.joint },
    { threshold: golden.input.threshold, giveOrTake: 0 },
  )
  expect({ surplus, gainEach, shapleySplit: { A: oursTogether, B: theirsTogether }, worthwhile: verdict === 'worth' }).toEqual({
    surplus: golden.surplus,
    gainEach: golden.gainEach,
    shapleySplit: golden.shapleySplit,
    worthwhile: golden.worthwhile,
  })
  expect(share).toBeCloseTo(golden.surplusShare, 9)
})

test('VN45: guesses give a range, and it is worth it only where all of the range is', () => {
  const worth = { ours: 40, theirs: 25, together: 90 }
  const value = mutualValue(worth, { threshold: 5, giveOrTake: 5 })
  expect(value).toMatchObject({ surplusRange: { least: 10, most: 40 }, gainRange: { least: 5, most: 20 }, verdict: 'worth' })
  const verdict = (threshold: number, giveOrTake: number) => mutualValue(worth, { threshold, giveOrTake }).verdict
  expect([verdict(6, 5), verdict(21, 5), verdict(0, 9), verdict(12.5, 0)]).toEqual(['open', 'little', 'open', 'worth'])
  expect(mutualValue({ ours: 40, theirs: 25, together: 40 }, { threshold: 0, giveOrTake: 5 }).verdict).toBe('none')
})

describe('what is said', () => {
  test('CK51: what is missing is named', () => {
    const snapshot = twoSides([])
    const fault = (given: Partial<Coffee>) => coffeeFault(snapshot, { ...coffee, ...given })
    expect(fault({})).toBeNull()
    expect(fault({ partner: { nodeId: 'platform' } })).toMatch(/somebody else/)
    expect(fault({ partner: { nodeId: 'gone' } })).toMatch(/with whom/)
    expect(fault({ partner: { name: ' ', areaId: 'area' } })).toMatch(/with whom/)
    expect(fault({ job: ' ' })).toMatch(/job/)
    expect(fault({ weGive: '', theyGive: '' })).toMatch(/gives/)
    expect(fault({ commitment: '' })).toMatch(/promised/)
  })
  test('CK52: both gifts in one line, three worths in one line', () => {
    expect(giveAndGet('Test slots -> feedback from clinics')).toEqual({ weGive: 'Test slots', theyGive: 'feedback from clinics' })
    expect(giveAndGet('a → b → c')).toBeNull()
    expect(giveAndGet('Test slots')).toBeNull()
    expect(worthIn('40 + 25 -> 90')).toEqual({ ours: 40, theirs: 25, together: 90 })
    expect(worthIn('1,5 2 4')).toEqual({ ours: 1.5, theirs: 2, together: 4 })
    expect(worthIn('40 and 25')).toBeNull()
    const thousands = { ours: 1200, theirs: 300, together: 2000 }
    for (const line of ['1,200 + 300 -> 2,000', '1 200 + 300 → 2 000', '1.2k + 0.3k -> 2k', '€1,200 + €300 -> €2,000'])
      expect(worthIn(line)).toEqual(thousands)
    expect(worthIn('40k + 2M -> 3M')).toEqual({ ours: 40_000, theirs: 2_000_000, together: 3_000_000 })
    expect(worthIn('1 2 3 4')).toBeNull()
  })
})

describe('what it ends in', () => {
  test('CK53: exchanges both ways, a draft objective with its first key result, a promise, and the session', () => {
    const next = ended({})
    expect(listOf(next, 'exchange').map(({ fromNodeId, toNodeId, deliverable }) => [fromNodeId, toNodeId, deliverable])).toEqual([
      ['platform', 'onboarding', 'Test slots'],
      ['onboarding', 'platform', 'Feedback from clinics'],
    ])
    expect(listOf(next, 'objective').at(-1)).toMatchObject({ nodeId: 'platform', cycleId: 'q', title: coffee.job })
    expect(listOf(next, 'keyResult').at(-1)).toMatchObject({ title: coffee.commitment, dueOn: '2027-03-05' })
    expect(listOf(next, 'ritual').at(-1)).toMatchObject({ kind: 'coffee', state: 'closed', nodeId: 'onboarding' })
    expect(listOf(next, 'ritualItem').map(({ key, text }) => [key, text])).toEqual([
      ['job', coffee.job],
      ['gives', 'platform: Test slots ⇄ onboarding: Feedback from clinics'],
      ['worth', 'platform alone 40, onboarding alone 25, together 90'],
      ['commitment', coffee.commitment],
    ])
  })
  test('CK55: the first promise is kept with its day, its promise and who gives it', () => {
    const kept = (given: Partial<Coffee>, who = ours as typeof ours | typeof editor) => {
      const next = ended(given, who)
      const item = listOf(next, 'ritualItem').at(-1)
      return [item?.nodeId, item?.dueOn, item?.subject, item?.about === listOf(next, 'dependency').at(-1)?.id]
    }
    expect(kept({})).toEqual(['onboarding', '2027-03-05', 'dependency', true])
    expect(kept({ promisedBy: 'us' }, editor)).toEqual(['platform', '2027-03-05', 'dependency', true])
  })
  test('CK53: a partner that is new becomes a node of an area, in the same step', () => {
    const next = ended({ partner: { name: 'North Insurance', areaId: 'area' } }, editor)
    const made = listOf(next, 'node').at(-1)
    expect(made).toMatchObject({ name: 'North Insurance', kind: 'external' })
    expect(listOf(next, 'dependency').at(-1)?.supplierNodeId).toBe(made?.id)
  })
  test('CK54: asked of the partner, or offered by us: the other side answers', () => {
    const asked = listOf(ended({}), 'dependency').at(-1)
    expect(asked).toMatchObject({ state: 'requested', supplierNodeId: 'onboarding', neededOn: '2027-03-05' })
    const next = ended({ promisedBy: 'us' }, editor)
    const offered = get(next, 'dependency', listOf(next, 'dependency').at(-1)?.id ?? asId<'dependency'>('none'))
    expect(offered).toMatchObject({ state: 'offered', supplierNodeId: 'platform', promisedOn: '2027-03-05' })
  })
})
