import { check } from './check.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { type Part, parts, providePrograms } from './programs.ts'
import { quickFolder } from './quick-folder.ts'
import { root, runQuiet } from './run.ts'
import { add, failed, nothing, runStage, type Tally, totals } from './stage.ts'
import { runJourneys, runVitest } from './suites.ts'

type Plan = { readonly isLong: boolean; readonly without: readonly Part[] }
type Stage = { readonly name: string; readonly run: () => Promise<Tally> }

function readPlan(args: readonly string[]): Plan {
  const at = args.findIndex((arg) => arg === '--without' || arg.startsWith('--without='))
  const list = at < 0 ? '' : (args[at]?.split('=')[1] ?? args[at + 1] ?? '')
  const asked = list.split(',').filter(Boolean)
  const unknown = asked.filter((name) => !parts.some((part) => part === name))
  if (unknown.length > 0) throw new Error(`--without knows ${parts.join(' and ')}, not ${unknown.join(', ')}`)
  return { isLong: args.includes('--long'), without: parts.filter((part) => asked.includes(part)) }
}

async function build(): Promise<Tally> {
  const { code, output } = await runQuiet([`${root}/bin/weft.mjs`, 'build'])
  if (code !== 0) console.log(output)
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, ...failed([`build: exit code ${code}`]) }
}

function notRun(...what: string[]): Promise<Tally> {
  return Promise.resolve({ ...nothing, notRun: what })
}

/** The stages of `npm test`, in the order in which a fault is cheapest to find. */
function shortStages({ without }: Plan, env: Record<string, string | undefined>): Stage[] {
  const quick = quickFolder()
  const quickEnv = quick === null ? env : { ...env, TMPDIR: quick }
  return [
    { name: 'check', run: check },
    { name: 'unit', run: () => runVitest('unit', env) },
    { name: 'build', run: build },
    { name: 'server', run: () => runVitest('server', quickEnv) },
    { name: 'crash', run: () => runVitest('crash', env) },
    { name: 'gates', run: () => runVitest('gates', env) },
    { name: 'journeys', run: () => (without.includes('browser') ? notRun('browser journeys (--without=browser)') : runJourneys(quickEnv)) },
  ]
}

/** Many more crash trials and property runs; the suites read how many from the environment. */
function longStages(env: Record<string, string | undefined>): Stage[] {
  const long = { ...env, WEFT_CRASH_TRIALS: '200', WEFT_LONG: '1' }
  return [
    { name: 'build', run: build },
    { name: 'unit, properties a thousand times', run: () => runVitest('unit', long) },
    { name: 'server', run: () => runVitest('server', long) },
    { name: 'crash, 200 trials', run: () => runVitest('crash', long) },
  ]
}

async function runAll(stages: readonly Stage[]): Promise<Tally> {
  let tally = nothing
  for (const { name, run } of stages) tally = add(tally, await runStage(name, run))
  return tally
}

async function main(): Promise<number> {
  const plan = readPlan(process.argv.slice(2))
  const { programs, missing } = providePrograms(plan.isLong ? [...plan.without, 'browser'] : plan.without)
  for (const each of missing) console.error(each)
  if (missing.length > 0) return 1
  const start = performance.now()
  const usesPostgres = programs.postgres !== null && !plan.without.includes('postgres')
  const postgres: Postgres | null = usesPostgres && programs.postgres ? await startPostgres(programs.postgres) : null
  try {
    const env = { WEFT_TEST_POSTGRES_URL: postgres?.url, WEFT_TEST_WITHOUT: plan.without.join(',') }
    const tally = await runAll(plan.isLong ? longStages(env) : shortStages(plan, env))
    summarise(postgres ? tally : add(tally, { ...nothing, notRun: ['server tests on PostgreSQL (--without=postgres)'] }), start)
    return tally.failed > 0 ? 1 : 0
  } finally {
    await postgres?.stop()
  }
}

function summarise(tally: Tally, start: number): void {
  console.log(`\n${'─'.repeat(72)}\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`)
  for (const each of tally.notRun) console.log(`NOT RUN: ${each}`)
  for (const each of tally.atSecondTry) console.log(`PASSED AT THE SECOND TRY: ${each}`)
  for (const each of tally.failures) console.log(`FAILED: ${each}`)
  console.log(totals(tally))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128 + (signal === 'SIGINT' ? 2 : 15)))
process.exitCode = await main()
