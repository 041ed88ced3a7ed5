import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unguarded } from '../../scripts/checks/casts.ts'
import { faultsIn } from '../../scripts/checks/words.ts'
import { readSource } from '../../scripts/import-law/source-file.ts'

describe('sizes and words', () => {
  test.each([
    ['// TODO later', 'finish it'],
    ['test.only("x", () => {})', 'a test runs'],
    ['describe.skip("x", () => {})', 'a test runs'],
    ['// @ts-ignore', 'give it a type'],
    ['useEffect(() => line.current?.scrollIntoView(), [])', 'braces around it'],
    ['const folder = "/root/weft"', 'a path of one machine'],
    ['see https://registry.example.org/weft', 'the host of a registry'],
  ])('%s is refused', (line, remedy) => {
    expect(faultsIn('lib/a.ts', `const one = 1\n${line}\n`)).toEqual([expect.stringContaining(remedy)])
    expect(faultsIn('lib/a.ts', `const one = 1\n${line}\n`)[0]).toContain('lib/a.ts:2')
  })

  test('a file of 400 lines passes, one of 401 does not', () => {
    expect(faultsIn('lib/a.ts', 'x\n'.repeat(400))).toEqual([])
    expect(faultsIn('lib/a.ts', 'x\n'.repeat(401))).toEqual([expect.stringContaining('401 lines')])
  })

  test('a style sheet of 250 lines passes, one of 251 does not: it belongs to one component', () => {
    expect(faultsIn('app/a.module.css', 'x\n'.repeat(250))).toEqual([])
    expect(faultsIn('app/a.module.css', 'x\n'.repeat(251))).toHaveLength(1)
  })

  test('ordinary words pass', () => {
    expect(faultsIn('lib/a.ts', 'const skipped = true // a mastodon and /api/rooted\n')).toEqual([])
  })
})

describe('casts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-casts-'))
  const faultsOf = (text: string) => {
    writeFileSync(join(folder, 'a.ts'), text)
    return unguarded(readSource(folder, 'a.ts'))
  }

  beforeAll(() => writeFileSync(join(folder, 'a.ts'), ''))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a cast in a function without a comment is found', () => {
    expect(faultsOf('export function read(text: string) {\n  return JSON.parse(text) as number\n}\n')).toEqual([expect.stringContaining('a.ts:2')])
  })

  test('a cast outside any function is found', () => {
    expect(faultsOf('// reason\nconst one = JSON.parse("1") as number\n')).toHaveLength(1)
  })

  test('a comment above the function vouches for its casts', () => {
    expect(faultsOf('/** Guaranteed by the writer. */\nexport function read(text: string) {\n  return JSON.parse(text) as number\n}\n')).toEqual([])
    expect(faultsOf('// Guaranteed by the writer.\nconst read = (text: string) => JSON.parse(text) as number\n')).toEqual([])
  })

  test('`as const` is no cast', () => {
    expect(faultsOf('export const names = ["a"] as const\n')).toEqual([])
  })
})
