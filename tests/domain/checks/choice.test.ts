import { expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { groupedFindings } from '../../../lib/domain/checks/grouped.ts'
import { type CheckChoice, setCheck } from '../../../lib/domain/checks/set.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { newId } from '../../../lib/domain/ids.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { fitFindings } from '../../../lib/domain/ritual/plan/fit/findings.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { checked, nodes, plan, today } from './kit.ts'

const ring = [
  { supplier: 'a', consumer: 'b' },
  { supplier: 'b', consumer: 'a' },
]
const setting = (id: string, fields: object) => ({ id, rule: 'overload', ...fields })

function choose(snapshot: Snapshot, choice: CheckChoice): unknown[] {
  const calls = setCheck(snapshot, 'overload', { choice, freshId: (entity) => newId(entity, '00000000-0000-7000-8000-000000000001') })
  runCommands(snapshot, calls, { actor: 'cli', who: system, now: `${today}T09:00:00Z` })
  return [...snapshot.tables.checkSetting.values()].map(({ rule, isOn, limit }) => ({ rule, isOn, limit }))
}

test('AL12: a rule is set by one record, changed in it, and as it comes it has none', () => {
  const snapshot = plan({ a: {} })
  expect(choose(snapshot, { isOn: true, limit: 9 })).toEqual([{ rule: 'overload', isOn: true, limit: 9 }])
  expect(choose(snapshot, { isOn: false, limit: 9 })).toEqual([{ rule: 'overload', isOn: false, limit: 9 }])
  expect(choose(snapshot, { isOn: false, limit: null })).toEqual([{ rule: 'overload', isOn: false, limit: null }])
  expect(choose(snapshot, { isOn: true, limit: null })).toEqual([])
  expect(choose(snapshot, { isOn: true, limit: null })).toEqual([])
})

test('AL12: of two records of one rule the one that counted is left', () => {
  const snapshot = plan({ a: {} }, [], { checkSetting: [setting('one', { limit: 2 }), setting('two', { limit: 3 })] })
  expect(choose(snapshot, { isOn: true, limit: 4 })).toEqual([{ rule: 'overload', isOn: true, limit: 4 }])
  expect([...snapshot.tables.checkSetting.keys()]).toEqual(['two'])
})

test('AL13: by severity, the most important first, and within it rule by rule, none twice and none lost', () => {
  const { findings } = checked(plan({ a: {}, b: {} }, ring))
  const groups = groupedFindings(findings)
  expect(groups.map(({ severity }) => severity)).toEqual(['high', 'medium', 'low'])
  expect(groups[0]?.rules[0]?.rule.key).toBe('ring')
  const listed = groups.flatMap(({ rules }) => rules.flatMap((group) => group.findings))
  expect(listed.map(({ id }) => id).toSorted()).toEqual(findings.map(({ id }) => id).toSorted())
  for (const { rules, severity, count } of groups) {
    expect(new Set(rules.map(({ rule }) => rule.key)).size).toBe(rules.length)
    expect(rules.every(({ rule, findings: own }) => own.every((each) => each.rule === rule.key && each.severity === severity))).toBe(true)
    expect(count).toBe(rules.flatMap((group) => group.findings).length)
  }
  expect(groupedFindings([])).toEqual([])
})

test('AL14: keys of fixes leave those alone by which one walks and asks', () => {
  const bare = nodes(
    { x: {}, y: {} },
    {
      goal: [{ id: 'grow', name: 'Grow' }],
      objective: [{ id: 'lonely', nodeId: 'x', cycleId: 'q' }],
      person: [{ id: 'ana', name: 'Ana' }],
    },
  )
  const keys = checked(bare).findings.flatMap(({ rule, fixes }) => fixes.map(({ id, key }) => `${rule} ${id} ${key}`))
  for (const each of ['noKeyResult add N', 'noGoal link I', 'noLead lead P']) expect(keys).toContain(each)
  expect(keys.filter((each) => /[JKHLAG]$/.test(each))).toEqual([])
})

test('AL7: what was accepted is not told in planning either, until its day has come', () => {
  const acceptance = [{ id: 'acc', finding: 'ring:a', rule: 'ring', because: 'They share a desk', reviewOn: '2027-02-10' }]
  const said = (on: string) => {
    const snapshot = plan({ a: {}, b: {} }, ring, { acceptance })
    return fitFindings(snapshot, assess(snapshot, { today: on, cycleId: 'q' })).map(({ rule }) => rule)
  }
  expect(checked(plan({ a: {}, b: {} }, ring)).findings.map(({ id }) => id)).toContain('ring:a')
  expect(said('2027-02-09')).not.toContain('ring')
  expect(said('2027-02-10')).toContain('ring')
})
