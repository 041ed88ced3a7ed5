import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../lib/server/root.ts'
import { mutants } from './mutants/list.ts'

const root = projectRoot()
const copied = ['lib', 'db', 'drizzle', 'package.json', 'tests/server/identities.ts', 'tests/server/network-kit.ts', 'tests/server/access']

/** A copy of the program in which the matrix can be run. */
function copyOfProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-mutant-'))
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Runs rows of the matrix in a copy. @returns whether all was as expected, and what was said */
async function probe(folder: string, rows: readonly string[]): Promise<{ isGreen: boolean; said: string }> {
  const program = join(folder, 'tests/server/access/matrix/probe.ts')
  const child = spawn(process.execPath, [program, ...rows], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
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

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('AC31: a check that is switched off is noticed', () => {
  test('while all are on, the same rows are as expected', { timeout: 300_000 }, async () => {
    const folder = copyOfProgram()
    folders.push(folder)
    expect(await probe(folder, [...new Set(mutants.flatMap(({ rows }) => rows))])).toEqual({ isGreen: true, said: '' })
  })

  test.concurrent.each(mutants)('$check', { timeout: 120_000 }, async ({ file, from, to, rows }) => {
    const folder = copyOfProgram()
    folders.push(folder)
    writeFileSync(join(folder, file), mutated(readFileSync(join(root, file), 'utf8'), from, to))
    const { isGreen, said } = await probe(folder, rows)
    expect(isGreen, `the rows ${rows.join(', ')} did not notice`).toBe(false)
    expect(said, 'the copy did not even start').toMatch(/expected \S+/)
    rmSync(folder, { recursive: true, force: true })
  })
})
