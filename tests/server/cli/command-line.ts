import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../../lib/server/cli/run.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** A folder of a test's own. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the command line in this process, as `npm run weft --` does. */
export async function weft(args: readonly string[], { folder = process.cwd(), databaseUrl = '' } = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, {
    folder,
    env: databaseUrl === '' ? {} : { DATABASE_URL: databaseUrl },
    now: () => new Date('2027-02-10T09:00:00Z'),
    write: (text) => out.push(text),
    note: (text) => err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}
