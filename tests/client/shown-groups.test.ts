import { describe, expect, test } from 'vitest'
import { shownGroups } from '../../app/[network]/insights/_themes/alignment/shown-groups.ts'
import { groupedFindings } from '../../lib/domain/checks/grouped.ts'
import { checked, plan } from '../domain/checks/kit.ts'

const ids = Array.from({ length: 9 }, (_, at) => `k${at}`)

/** Nine key results, of which one has a day of its own, and an owner; eight stand without. */
const { findings } = checked(
  plan(Object.fromEntries(ids.map((id) => [id, { node: 'n', ...(id === 'k0' ? { dueOn: '2027-03-01', ownerId: 'ana' } : {}) }])), [], {
    person: [{ id: 'ana' }],
  }),
)
const nothing = { groups: new Set<string>(), whole: new Set<string>(), currentId: null }
const groups = groupedFindings(findings)
const rules = (opened: Parameters<typeof shownGroups>[1]) => shownGroups(groups, opened).flatMap((severity) => severity.rules)
const noDate = (opened: Parameters<typeof shownGroups>[1]) => rules(opened).find(({ rule }) => rule.key === 'noDate')

describe('AL18: a list of findings', () => {
  test('a rule of more than three that is not important is one line with its count', () => {
    expect(noDate(nothing)).toMatchObject({ isFolded: true, isOpen: false, shown: [] })
    expect(noDate(nothing)?.findings).toHaveLength(8)
    for (const { rule, findings: own, isFolded } of rules(nothing)) expect(isFolded, rule.key).toBe(rule.severity !== 'high' && own.length > 3)
    expect(rules(nothing).filter(({ isFolded }) => !isFolded).length).toBeGreaterThan(0)
  })

  test('it opens where somebody opens it, and while one looks at a finding of it; of many the first stand there', () => {
    expect(noDate({ ...nothing, groups: new Set(['noDate']) })?.shown).toHaveLength(6)
    expect(noDate({ ...nothing, currentId: 'noDate:k2' })).toMatchObject({ isOpen: true })
    expect(noDate({ ...nothing, currentId: 'noDate:k2' })?.shown).toHaveLength(6)
    expect(noDate({ ...nothing, currentId: 'noDate:k8' })?.shown).toHaveLength(8)
    expect(noDate({ ...nothing, groups: new Set(['noDate']), whole: new Set(['noDate']) })?.shown).toHaveLength(8)
  })
})
