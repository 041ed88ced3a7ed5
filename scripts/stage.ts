import { styleText } from 'node:util'

/** What a stage found: how many tests or checks passed and failed, and what it could not run. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly notRun: readonly string[]
  /** tests that failed once and passed when they were tried again */
  readonly atSecondTry: readonly string[]
  /** what failed, by name: the end of a run repeats them, because its log is long */
  readonly failures: readonly string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, notRun: [], atSecondTry: [], failures: [] }

/** The part of a tally that says what failed. */
export function failed(failures: readonly string[]): Pick<Tally, 'failed' | 'failures'> {
  return { failed: failures.length, failures }
}

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    notRun: [...a.notRun, ...b.notRun],
    atSecondTry: [...a.atSecondTry, ...b.atSecondTry],
    failures: [...a.failures, ...b.failures],
  }
}

/** The last line of a run, alone on its line and without colour. */
export function totals({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`
}

/** Runs one stage under its heading and says how long it took. A stage that throws has failed once, and the next ones still run. */
export async function runStage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n${styleText('bold', `── ${name} `.padEnd(72, '─'))}`)
  const start = performance.now()
  const tally = await run().catch((error: unknown) => {
    console.error(error)
    return { ...nothing, ...failed([`${name}: ${String(error)}`]) }
  })
  for (const each of tally.notRun) console.log(`NOT RUN: ${each}`)
  console.log(`${name}: ${totals(tally)} (${secondsSince(start)})`)
  return tally
}

/** One check: a name, and what is wrong; nothing where all is well. */
export type Check = { readonly name: string; readonly find: () => Promise<readonly string[]> }

/** Runs checks one after the other; each prints one line, and below it what is wrong. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  let tally = nothing
  for (const { name, find } of checks) {
    const start = performance.now()
    const faults = await find().catch((error: unknown) => [String(error)])
    const isGood = faults.length === 0
    console.log(`${isGood ? styleText('green', '✓') : styleText('red', '✗')} ${name} (${secondsSince(start)})`)
    for (const fault of faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`)
    tally = add(tally, isGood ? { ...nothing, passed: 1 } : { ...nothing, ...failed([`check: ${name}`]) })
  }
  return tally
}
