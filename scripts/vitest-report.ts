import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule, TestRunEndReason } from 'vitest/node'
import { root } from './run.ts'

/** What a run of vitest found, each fault by its name and not only by a count. */
export type VitestReport = {
  readonly passed: number
  readonly skipped: number
  readonly failures: readonly string[]
  readonly atSecondTry: readonly string[]
}

function nameOf(test: TestCase): string {
  return `${relative(root, test.module.moduleId)}: ${test.fullName}`
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}

/** Faults outside of tests: a file that does not load, a hook that throws, a promise that nobody waited for. */
function beyondTests(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): string[] {
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const ofSuites = suites.flatMap((suite) => {
    const module = suite.type === 'module' ? suite : suite.module
    return suite.errors().map(({ message }) => `${relative(root, module.moduleId)}: ${firstLine(message)}`)
  })
  const unfinished = modules.filter((module) => module.state() === 'pending' || module.state() === 'queued')
  return [
    ...ofSuites,
    ...unfinished.map((module) => `${relative(root, module.moduleId)}: did not end`),
    ...unhandled.map(({ message }) => `outside of every test: ${firstLine(message)}`),
  ]
}

/** Writes what a run found into a file (the one that WEFT_REPORT names), for `scripts/suites.ts`. */
export class NamedReport implements Reporter {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const of = (state: string) => tests.filter((test) => test.result().state === state)
    const failures = [...of('failed').map(nameOf), ...beyondTests(modules, unhandled)]
    const report: VitestReport = {
      passed: of('passed').length,
      skipped: of('skipped').length + of('pending').length,
      failures: failures.length === 0 && reason !== 'passed' ? [`the run ended as ${reason}`] : failures,
      atSecondTry: tests.filter((test) => test.diagnostic()?.flaky).map(nameOf),
    }
    writeFileSync(this.#path, JSON.stringify(report))
  }
}
