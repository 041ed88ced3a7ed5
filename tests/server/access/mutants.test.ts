import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../lib/server/root.ts'
import { mutants } from './mutants/list.ts'

const root = projectRoot()
/** packages with parts of their own that are not modules, or loaded only for PostgreSQL */
const external = [/^better-sqlite3($|\/)/, /^pg($|\/)/, /^pg-native$/, /^node:/]

type Changed = { readonly file: string; readonly text: string }

/** Writes the matrix as one program, in which one file is another: one module is read instead of hundreds. */
async function write(program: string, changed: Changed | null): Promise<void> {
  let isIn = changed === null
  const load = (id: string) => {
    if (changed === null || id !== join(root, changed.file)) return null
    isIn = true
    return { code: changed.text, moduleType: 'ts' } as const
  }
  const build = await rolldown({
    cwd: root,
    input: join(root, 'tests/server/access/matrix/probe.ts'),
    platform: 'node',
    external,
    logLevel: 'warn',
    plugins: [{ name: 'changed', load }],
  })
  await build.write({ file: program, format: 'esm', codeSplitting: false })
  await build.close()
  if (!isIn) throw new Error(`${changed?.file} is no part of the program`)
}

/** Runs rows of the matrix in a program. @returns whether all was as expected, and what was said */
async function probe(program: string, rows: readonly string[]): Promise<{ isGreen: boolean; said: string }> {
  const child = spawn(process.execPath, [program, ...rows], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, 'close')
  return { isGreen: code === 0, said }
}

/** The text with one place replaced; a place that is not there once is a mistake of the list. */
function mutated(text: string, from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`“${from}” is there ${parts.length - 1} times`)
  return parts.join(to)
}

/** Below the project, where the program finds its packages and migrations. */
let folder = ''
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  folder = mkdtempSync(join(root, 'test-results', 'mutants-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('AC31: a check that is switched off is noticed', () => {
  test('while all are on, the same rows are as expected', { timeout: 300_000 }, async () => {
    const program = join(folder, 'as-it-is.mjs')
    await write(program, null)
    expect(await probe(program, [...new Set(mutants.flatMap(({ rows }) => rows))])).toEqual({ isGreen: true, said: '' })
  })

  test.concurrent.each(mutants.map((mutant, at) => ({ ...mutant, at })))('$check', { timeout: 120_000 }, async ({ file, from, to, rows, at }) => {
    const program = join(folder, `mutant-${at}.mjs`)
    await write(program, { file, text: mutated(readFileSync(join(root, file), 'utf8'), from, to) })
    const { isGreen, said } = await probe(program, rows)
    expect(isGreen, `the rows ${rows.join(', ')} did not notice`).toBe(false)
    expect(said, 'the program did not even start').toMatch(/expected \S+/)
    rmSync(program)
  })
})
