import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBreaches } from '../../scripts/import-law/find-breaches.ts'
import { importRules } from '../../scripts/import-law/law.ts'

const fixtures = join(import.meta.dirname, '../fixtures/import-law')
const rules = [...importRules.map(({ name }) => name), 'imports-exist', 'no-clock-no-dice', 'no-rings']

describe('the import law', () => {
  test('has one bad fixture for each rule', () => {
    expect(readdirSync(fixtures).sort()).toEqual([...rules].sort())
  })

  test.each(rules)('%s catches its fixture', (rule) => {
    const found = findBreaches(join(fixtures, rule)).map((each) => each.rule)
    expect(found).toContain(rule)
  })

  test('db and lib/server are each refused in app, also as types', () => {
    const found = findBreaches(join(fixtures, 'app-shows')).filter(({ rule }) => rule === 'app-shows')
    expect(found.map(({ path }) => path)).toEqual(['app/other.tsx', 'app/page.tsx'])
  })

  test('clock and dice are each found', () => {
    expect(findBreaches(join(fixtures, 'no-clock-no-dice')).filter(({ rule }) => rule === 'no-clock-no-dice')).toHaveLength(3)
  })
})
