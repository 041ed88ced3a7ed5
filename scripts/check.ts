import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findUnguardedCasts } from './checks/casts.ts'
import { findLockFaults } from './checks/lock.ts'
import { findForgottenMigrations } from './checks/migrations.ts'
import { findStaleOpenApi } from './checks/openapi.ts'
import { findWordsAndSizes } from './checks/words.ts'
import { findBreaches } from './import-law/find-breaches.ts'
import { root, runQuiet, tools } from './run.ts'
import { type Check, runChecks, runStage, type Tally, totals } from './stage.ts'

/** A check that is a program: what it prints is what is wrong, unless it ends with 0. */
function program(name: string, ...args: string[]): Check {
  return {
    name,
    find: async () => {
      const { code, output } = await runQuiet(args)
      return code === 0 ? [] : [output]
    },
  }
}

/** Next writes the types of its routes and of style modules; without a build they are not there yet. */
async function findTypeFaults(): Promise<string[]> {
  if (!existsSync(join(root, 'next-env.d.ts'))) await runQuiet([tools.next, 'typegen'])
  const { code, output } = await runQuiet([tools.tsc, '--noEmit', '--incremental', 'false', '-p', root])
  return code === 0 ? [] : [output]
}

async function findBrokenImports(): Promise<string[]> {
  return findBreaches(root).map(({ path, line, rule, remedy }) => `${path}:${line} ${rule}: ${remedy}`)
}

const checks: readonly Check[] = [
  program('format', tools.biome, 'format', '--max-diagnostics=50', root),
  program('lint', tools.biome, 'check', '--formatter-enabled=false', '--max-diagnostics=50', root),
  { name: 'types', find: findTypeFaults },
  { name: 'import law', find: findBrokenImports },
  program('dead code', tools.knip),
  { name: 'lock', find: findLockFaults },
  { name: 'sizes and words', find: findWordsAndSizes },
  { name: 'casts', find: findUnguardedCasts },
  { name: 'migrations', find: findForgottenMigrations },
  { name: 'openapi', find: findStaleOpenApi },
]

/** Everything that a machine can say about the sources without running the program. */
export function check(): Promise<Tally> {
  return runStage('check', () => runChecks(checks))
}

if (import.meta.main) {
  if (process.argv.includes('--fix')) await runQuiet([tools.biome, 'check', '--write', root])
  const tally = await check()
  console.log(`\n${totals(tally)}`)
  process.exitCode = tally.failed > 0 ? 1 : 0
}
