import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runShown, tools } from './run.ts'
import { failed, nothing, type Tally } from './stage.ts'
import type { VitestReport } from './vitest-report.ts'

type Env = Readonly<Record<string, string | undefined>>
type Suite = { specs?: { title: string; file: string; tests: { status: string }[] }[]; suites?: Suite[] }
type PlaywrightReport = { stats: { expected: number; flaky: number; skipped: number }; suites: Suite[]; errors: { message?: string }[] }

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

/** A run that ends badly has failed, also where it names no fault. */
function failedAtLeast(failures: readonly string[], suite: string, code: number): readonly string[] {
  return failures.length === 0 && code !== 0 ? [`${suite}: exit code ${code}`] : failures
}

/** One project of vitest.config.ts. */
export async function runVitest(project: string, env: Env): Promise<Tally> {
  const path = reportPath(project)
  const code = await runShown([tools.vitest, 'run', `--project=${project}`], { env: { ...env, WEFT_REPORT: path } })
  const report = readReport<VitestReport>(path)
  if (!report) return { ...nothing, ...failed([`${project}: wrote no report, exit code ${code}`]) }
  const { passed, skipped, failures, atSecondTry } = report
  return { ...nothing, passed, skipped, atSecondTry, ...failed(failedAtLeast(failures, project, code)) }
}

/** The journeys with this outcome: `flaky` ones failed once and passed when they were tried again, `unexpected` ones failed twice. */
function journeysThat(outcome: 'flaky' | 'unexpected', suites: readonly Suite[]): string[] {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === outcome)).map(({ file, title }) => `${file}: ${title}`),
    ...journeysThat(outcome, inner),
  ])
}

/** All browser journeys. One that fails is tried once more, because a busy machine is no fault of the program; it is named, so that it gets mended. */
export async function runJourneys(env: Env): Promise<Tally> {
  if (globSync('tests/e2e/**/*.spec.ts', { cwd: root }).length === 0) throw new Error('there is no browser journey in tests/e2e')
  const path = reportPath('journeys')
  const code = await runShown([tools.playwright, 'test'], { env: { ...env, WEFT_REPORT: path } })
  const report = readReport<PlaywrightReport>(path)
  if (!report) return { ...nothing, ...failed([`journeys: wrote no report, exit code ${code}`]) }
  const { expected, flaky, skipped } = report.stats
  const failures = [
    ...journeysThat('unexpected', report.suites),
    ...report.errors.map(({ message = 'an error outside of every journey' }) => message),
  ]
  const atSecondTry = journeysThat('flaky', report.suites)
  return { ...nothing, passed: expected + flaky, skipped, atSecondTry, ...failed(failedAtLeast(failures, 'journeys', code)) }
}
