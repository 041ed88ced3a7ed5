import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

function rulesIn(file: string): Set<string> {
  const text = readFileSync(new URL(`docs/spec/${file}`, root), 'utf8')
  return new Set(Array.from(text.matchAll(/^\| ([A-Z]+\d+) \|/gm), ([, rule = '']) => rule))
}

/** The rules that titles of tests begin with: `OKR7: …`, or a range such as `OKR13-OKR15: …`, which cites its ends. */
function rulesCited(): Set<string> {
  const folder = new URL('tests/domain/', root)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  const titles = files.flatMap((name) =>
    Array.from(readFileSync(new URL(name, folder), 'utf8').matchAll(/['`"]((?:OKR|ST|CH)\d+(?:-(?:OKR|ST|CH)\d+)?): /g), ([, cited = '']) => cited),
  )
  return new Set(titles.flatMap((cited) => cited.split('-')))
}

const cited = rulesCited()

describe.each([
  ['okr.md', 'OKR'],
  ['status.md', 'ST'],
  ['changes.md', 'CH'],
])('%s', (file, prefix) => {
  const rules = rulesIn(file)

  test('every rule is cited by a test', () => {
    expect(rules.size).toBeGreaterThan(20)
    expect([...rules].filter((rule) => !cited.has(rule))).toEqual([])
  })

  test('every rule that a test cites is written down', () => {
    const known = [...cited].filter((rule) => rule.startsWith(prefix) && /^\d/.test(rule.slice(prefix.length)))
    expect(known.filter((rule) => !rules.has(rule))).toEqual([])
  })
})
