import { spawn, spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** The script behind a command of an installed package, for this very Node. */
export function tool(path: string): string {
  return join(root, 'node_modules', ...path.split('/'))
}

export const tools = {
  biome: tool('@biomejs/biome/bin/biome'),
  tsc: tool('typescript/bin/tsc'),
  knip: tool('knip/bin/knip.js'),
  next: tool('next/dist/bin/next'),
  vitest: tool('vitest/vitest.mjs'),
  playwright: tool('@playwright/test/cli.js'),
  drizzle: tool('drizzle-kit/bin.cjs'),
}

export type Ran = { readonly code: number; readonly output: string }

type Options = { readonly env?: Readonly<Record<string, string | undefined>>; readonly cwd?: string }

/** Runs a script under this Node and keeps what it prints. */
export function runQuiet(args: readonly string[], { env = {}, cwd = root }: Options = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString().trim() }))
  })
}

/** Runs a script under this Node with its output shown as it comes; its exit code. */
export function runShown(args: readonly string[], { env = {}, cwd = root }: Options = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const unwatched = /^(node_modules|\.git|\.next[^/]*|\.weft|build|data|test-results|coverage)(\/|$)/

/** Paths of the project relative to the root: what git tracks or would track, or all where this is no checkout. */
export function projectFiles(): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  const listed = status === 0 ? stdout.split('\n').filter(Boolean) : globSync('**/*', { cwd: root, exclude: (path) => unwatched.test(path) })
  return listed.filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
}
