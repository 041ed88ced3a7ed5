import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runShown, tools } from './run.ts'
import { nothing, type Tally } from './stage.ts'

type Env = Readonly<Record<string, string | undefined>>
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  success: boolean
}
type Suite = { specs?: { title: string; file: string; tests: { status: string }[] }[]; suites?: Suite[] }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; suites: Suite[]; errors: unknown[] }

/** Guaranteed by the reporter, which writes the file: the caller names the format of the tool that it ran. */
function readReport<Report>(path: string): Report | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : null
}

function reportPath(name: string): string {
  const path = join(root, 'test-results', `${name}.json`)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(path, { force: true })
  return path
}

/** A run that fails beyond its tests (a file that does not load, an error outside a test) has failed once more. */
function beyondTests(failed: number, code: number): number {
  return failed === 0 && code !== 0 ? 1 : failed
}

/** One project of vitest.config.ts. */
export async function runVitest(project: string, env: Env): Promise<Tally> {
  const path = reportPath(project)
  const code = await runShown([tools.vitest, 'run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`], {
    env,
  })
  const report = readReport<VitestReport>(path)
  if (!report) return { ...nothing, failed: 1 }
  const skipped = report.numPendingTests + report.numTodoTests
  return { ...nothing, passed: report.numPassedTests, failed: beyondTests(report.numFailedTests, code), skipped }
}

/** The journeys that failed once and passed when they were tried again. */
function flakyIn(suites: readonly Suite[]): string[] {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, title }) => `${file}: ${title}`),
    ...flakyIn(inner),
  ])
}

/** All browser journeys. One that fails is tried once more, because a busy machine is no fault of the program; it is named, so that it gets mended. */
export async function runJourneys(env: Env): Promise<Tally> {
  if (globSync('tests/e2e/**/*.spec.ts', { cwd: root }).length === 0) throw new Error('there is no browser journey in tests/e2e')
  const path = reportPath('journeys')
  const code = await runShown([tools.playwright, 'test'], { env: { ...env, WEFT_REPORT: path } })
  const report = readReport<PlaywrightReport>(path)
  if (!report) return { ...nothing, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const atSecondTry = flakyIn(report.suites)
  return { ...nothing, passed: expected + flaky, failed: beyondTests(unexpected, code), skipped, atSecondTry }
}
