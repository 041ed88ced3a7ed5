import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fixesFor } from '../../../lib/domain/checks/accept.ts'
import { limits } from '../../../lib/domain/checks/limits.ts'
import { checkRules, ruleOf } from '../../../lib/domain/checks/registry.ts'
import { limitOf } from '../../../lib/domain/checks/settings.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { fitFindings } from '../../../lib/domain/ritual/plan/fit/findings.ts'
import { draftHints } from '../../../lib/domain/ritual/plan/hints.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { checked, fix, foundBy, gives, nodes, plan, saidBy, today } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const set = (rule: string, fields: Loose) => ({ id: `set-${rule}`, rule, ...fields })
const unowned = (more: Parameters<typeof plan>[2] = {}) => plan({ a: {} }, [], { person: [{ id: 'ana', name: 'Ana Alvarez' }], ...more })
const accepted = (fields: Loose = {}) => ({
  id: 'acc',
  finding: 'noOwner:a',
  rule: 'noOwner',
  because: 'She is on leave',
  reviewOn: '2027-02-10',
  ...fields,
})
const owners = (snapshot: Snapshot, on: string) => checked(snapshot, { on }).findings.filter(({ rule }) => rule === 'noOwner')

test('AL1: rules come in the order of the registry, each key once, and each says why and what to do', () => {
  const keys = checkRules.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const found = checked(plan({ a: { title: 'Launch it' } })).findings.map(({ rule }) => keys.indexOf(rule))
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  for (const { title, why, source, fix: remedy } of checkRules) expect([title, why, source, remedy].every((text) => text.length > 5)).toBe(true)
  expect(ruleOf('ring')?.title).toBe('Ring of key results')
})

test('AL1: docs/spec/checks.md lists every rule with its title, severity and limit, in their order', () => {
  const doc = readFileSync(new URL('../../../docs/spec/checks.md', import.meta.url), 'utf8')
  const listed = Array.from(doc.matchAll(/^\| `(\w+)` \| ([^|]+) \| (\w+) \| ([^|]*)\| AL/gm), ([, key, title, severity, limit]) => [
    key,
    title,
    severity,
    limit?.trim(),
  ])
  expect(listed).toEqual(checkRules.map(({ key, title, severity, limit }) => [key, title, severity, limit ? `${limit.usual} ${limit.unit}` : '']))
})

test('AL2: without a cycle only the value network is looked at', () => {
  const snapshot = nodes({ x: {}, y: {} }, { cycle: [], exchange: [gives('x', 'y')] })
  const rules = checked(snapshot, { cycleId: null }).findings.map(({ rule }) => rule)
  expect(new Set(rules)).toEqual(new Set(['noLead', 'noCustomer', 'areaTooSmall', 'noRating', 'emptyLevel']))
})

test('AL3: a finding keeps its id while it is there, and no two have the same', () => {
  const snapshot = plan({ a: {}, b: {} }, [{ supplier: 'b', consumer: 'a', state: 'declined' }])
  const before = checked(snapshot).findings.map(({ id }) => id)
  expect(new Set(before).size).toBe(before.length)
  expect(before).toContain('refused:d1')
  expect(checked(snapshot, { on: '2027-02-03' }).findings.map(({ id }) => id)).toEqual(before)
})

test('AL4: a rule that is switched off finds nothing: in checks, in planning, and in a draft', () => {
  const off = ['ring', 'output'].map((rule) => set(rule, { isOn: false }))
  const ring = [
    { supplier: 'a', consumer: 'b' },
    { supplier: 'b', consumer: 'a' },
  ]
  const everywhere = (checkSetting: readonly Loose[]) => {
    const snapshot = plan({ a: { title: 'Launch it' }, b: {} }, ring, { checkSetting })
    const fit = fitFindings(snapshot, assess(snapshot, { today, cycleId: 'q' })).map(({ rule }): string => rule)
    const draft = draftHints(snapshot, 'node_a', 'q').map(({ rule }) => rule)
    return [checked(snapshot).findings.map(({ rule }) => rule), fit, draft].map((rules) => ['ring', 'output'].filter((rule) => rules.includes(rule)))
  }
  expect(everywhere([])).toEqual([['ring', 'output'], ['ring'], ['output']])
  expect(everywhere(off)).toEqual([[], [], []])
  expect(checked(plan({ a: {} }, [], { checkSetting: off })).off).toEqual(['ring', 'output'])
})

test('AL5: a limit that is set holds in checks, in planning and in a draft; nonsense is kept within what makes sense', () => {
  const three = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { node: 'n' }]))
  const needs = ['b', 'c'].map((id) => ({ supplier: 'out', consumer: id }))
  const snapshot = plan({ ...three, out: {} }, needs, { checkSetting: [set('manyObjectives', { limit: 2 }), set('overload', { limit: 1 })] })
  expect(saidBy('manyObjectives', snapshot)).toEqual(['n has 3 objectives: which 2 matter most?'])
  expect(draftHints(snapshot, 'n', 'q').map(({ text }) => text)).toContain('3 objectives: which 2 matter most?')
  expect(saidBy('overload', snapshot)).toEqual(['node_out has promised 2 things to 1 other node: 1 more than the 1 we allow ourselves.'])
  const fit = fitFindings(snapshot, assess(snapshot, { today, cycleId: 'q' })).map(({ rule }): string => rule)
  expect(fit).toContain('overload')
  expect(limitOf(plan({ a: {} }, [], { checkSetting: [set('overload', { limit: -4 })] }), 'overload')).toBe(limits.overload.least)
  expect(limitOf(plan({ a: {} }), 'mutualValue')).toBe(10)
})

test('AL6: a fix that asks for something uses what is given, one that does not needs one key', () => {
  const [finding] = foundBy('noOwner', unowned())
  expect(finding?.fixes.map(({ id, key, asks }) => [id, key, asks])).toEqual([
    ['set', 'O', ['ownerId']],
    ['accept', 'R', ['text', 'ownerId', 'dueOn']],
  ])
})

test('AL6: keys of one finding differ', () => {
  const snapshot = plan({ a: {}, b: {} }, [{ supplier: 'b', consumer: 'a', state: 'draft', what: '' }])
  for (const { fixes } of checked(snapshot).findings) expect(new Set(fixes.map(({ key }) => key)).size).toBe(fixes.length)
})

test('AL7: accepted, because … by somebody until a day: hidden and readable until then, back on that day, and it says so', () => {
  const snapshot = unowned({ acceptance: [accepted({ ownerId: 'ana' })] })
  expect(owners(snapshot, '2027-02-09')).toEqual([])
  expect(checked(snapshot, { on: '2027-02-09' }).accepted).toMatchObject([
    { id: 'noOwner:a', acceptance: { because: 'She is on leave', ownerId: 'ana', reviewOn: '2027-02-10' } },
  ])
  const [back] = owners(snapshot, '2027-02-10')
  expect(sentenceText(back?.sentence ?? [])).toBe('Nobody owns “a”. It was accepted until 10 Feb; {person:ana} answers for it.')
  expect(checked(snapshot, { on: '2027-02-10' }).accepted).toEqual([])
})

test('AL7: one key accepts, takes it up again, and accepts anew when its day has come', () => {
  const snapshot = unowned()
  fix(snapshot, 'noOwner', 'accept', { text: 'She is on leave' })
  expect(owners(snapshot, today)).toEqual([])
  expect([...snapshot.tables.acceptance.values()]).toMatchObject([{ finding: 'noOwner:a', because: 'She is on leave', reviewOn: '2027-05-02' }])
  fix(snapshot, 'noOwner', 'reopen')
  expect([owners(snapshot, today).length, snapshot.tables.acceptance.size]).toEqual([1, 0])
  const lapsed = unowned({ acceptance: [accepted()] })
  fix(lapsed, 'noOwner', 'accept', { on: '2027-02-20' })
  expect([...lapsed.tables.acceptance.values()]).toMatchObject([{ id: 'acc', because: 'She is on leave', reviewOn: '2027-05-21' }])
})

test('AL7: of two acceptances the one that holds longer counts, in whichever order they stand', () => {
  const two = [accepted({ id: 'long', reviewOn: '2027-03-10' }), accepted()]
  for (const acceptance of [two, two.toReversed()]) expect(owners(unowned({ acceptance }), '2027-02-20')).toEqual([])
})

test('AL10: a draft is asked about every record by itself, however many lack the same', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, { node: 'n' }]))
  const hints = draftHints(plan(many), 'n', 'q').filter(({ rule }) => rule === 'noOwner')
  expect(hints).toHaveLength(9)
})

test('AL7, AC24: who may not name others accepts in the own name, and is asked for no other', () => {
  const snapshot = plan({ a: { ownerId: null } }, [], {})
  const [found] = foundBy('noOwner', snapshot)
  const asked = (personId: string, role: Role) => {
    const fix = fixesFor({ personId, role, members: new Map() }, found?.fixes ?? []).find(({ id }) => id === 'accept')
    return [fix?.asks, fix?.suggested.ownerId]
  }
  for (const role of ['contributor', 'facilitator'] as const) expect(asked('ana', role)).toEqual([['text', 'dueOn'], 'ana'])
  expect(asked('ana', 'editor')).toEqual([['text', 'ownerId', 'dueOn'], null])
})
