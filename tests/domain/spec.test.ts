import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

/** The documents with their prefixes, and more rules than so many in each. */
const specs = [
  ['access.md', 'AC', 25],
  ['accounts.md', 'AU', 60],
  ['format.md', 'F', 13],
  ['layout.md', 'LM', 11],
  ['layout.md', 'LC', 14],
  ['layout.md', 'LT', 8],
  ['layout.md', 'LU', 8],
  ['layout.md', 'LS', 2],
  ['layout.md', 'TL', 4],
  ['quick-add.md', 'QA', 23],
  ['table.md', 'TB', 7],
  ['okr.md', 'OKR', 20],
  ['status.md', 'ST', 20],
  ['changes.md', 'CH', 20],
  ['comments.md', 'CM', 12],
  ['comments.md', 'SO', 2],
  ['people.md', 'PE', 13],
  ['privacy.md', 'PV', 16],
  ['notifications.md', 'NO', 25],
  ['promise.md', 'PR', 70],
  ['history.md', 'HI', 20],
  ['history-screen.md', 'HS', 6],
  ['review.md', 'RV', 35],
  ['operation.md', 'OP', 35],
  ['together.md', 'TO', 10],
  ['live.md', 'LV', 20],
  ['walk.md', 'WA', 30],
  ['minutes.md', 'MN', 12],
  ['planning.md', 'PL', 60],
  ['health.md', 'HM', 12],
  ['check.md', 'CK', 20],
  ['ritual.md', 'RI', 19],
  ['what-if.md', 'WI', 14],
  ['measures-value.md', 'VN', 50],
  ['measures-chance.md', 'CN', 55],
  ['checks.md', 'AL', 40],
  ['measures-order.md', 'OR', 12],
  ['matrix.md', 'MX', 15],
  ['insights.md', 'IN', 15],
  ['overlay.md', 'OV', 6],
] as const

/** A rule is the first cell of a row, alone or with its neighbours (`AU41, AU42`, `AU85–AU87`), or the bold beginning of a sentence. */
function rulesIn(file: string): Set<string> {
  const text = readFileSync(new URL(`docs/spec/${file}`, root), 'utf8')
  const heads = Array.from(text.matchAll(/^\| ([A-Z]+\d+(?:(?:, |–)[A-Z]+\d+)*) \||\*\*([A-Z]+\d+)\*\*/gm), ([, row, bold]) => row ?? bold ?? '')
  return new Set(heads.flatMap((head) => head.replaceAll('–', '-').split(', ').flatMap(rangeOf)))
}

/** The rules from one to another, both included: `PE12-PE14` is three. */
function rangeOf(cited: string): string[] {
  const [, prefix = '', first = '', last = first] = /^([A-Z]+)(\d+)(?:-[A-Z]+(\d+))?$/.exec(cited) ?? []
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${prefix}${Number(first) + at}`)
}

const prefixes = specs.map(([, prefix]) => prefix).join('|')
const title = new RegExp(`['\`"]((?:${prefixes})\\d+(?:-(?:${prefixes})\\d+)?): `, 'g')

/** The rules that titles of tests and journeys begin with: `OKR7: …`, or a range such as `OKR13-OKR15: …`. */
function rulesCited(): Set<string> {
  const folder = new URL('tests/', root)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(test|spec)\.ts$/.test(name))
  const titles = files.flatMap((name) => Array.from(readFileSync(new URL(name, folder), 'utf8').matchAll(title), ([, cited = '']) => cited))
  return new Set(titles.flatMap(rangeOf))
}

const cited = rulesCited()

describe.each(specs)('%s: %s', (file, prefix, atLeast) => {
  const rules = new Set([...rulesIn(file)].filter((rule) => rule.startsWith(prefix) && /^\d/.test(rule.slice(prefix.length))))

  test('every rule is cited by a test', () => {
    expect(rules.size).toBeGreaterThan(atLeast)
    expect([...rules].filter((rule) => !cited.has(rule))).toEqual([])
  })

  test('every rule that a test cites is written down', () => {
    const known = [...cited].filter((rule) => rule.startsWith(prefix) && /^\d/.test(rule.slice(prefix.length)))
    expect(known.filter((rule) => !rules.has(rule))).toEqual([])
  })
})
