import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/run.ts'
import { measureFirstFrames } from './g01-first-frame.ts'
import { measureSimulation } from './g06-simulation.ts'
import { measureMeasures } from './g07-measures.ts'
import { measureEditors } from './g08-editors.ts'
import { measureRequests } from './g08-requests.ts'
import { measureSnapshot } from './g09-snapshot.ts'
import { measureLive } from './g11-live.ts'
import { measureImport } from './g12-import.ts'
import { measureFirstLoad } from './g14-first-load.ts'
import { measureMatrix } from './matrix.ts'
import { measurePast } from './past.ts'
import { isMet, type Result, table } from './result.ts'
import { measureStart } from './start.ts'

const suites: Readonly<Record<string, () => Promise<Result[]>>> = {
  G1: measureFirstFrames,
  G6: measureSimulation,
  G7: measureMeasures,
  G8: async () => [...(await measureRequests()), ...(await measureEditors())],
  G9: measureSnapshot,
  G11: measureLive,
  G12: measureImport,
  G14: measureFirstLoad,
  MATRIX: measureMatrix,
  PAST: measurePast,
  START: measureStart,
}

function chosen(args: readonly string[]): string[] {
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.split('=')[1]
    ?.split(',')
  const unknown = [...args.filter((arg) => !arg.startsWith('--only=')), ...(only ?? []).filter((goal) => !(goal in suites))]
  if (unknown.length > 0) throw new Error(`${unknown.join(' ')} is unknown; --only=${Object.keys(suites).join(',')} chooses goals`)
  return only ?? Object.keys(suites)
}

const results: Result[] = []
for (const goal of chosen(process.argv.slice(2))) {
  console.error(`measuring ${goal} …`)
  results.push(...((await suites[goal]?.()) ?? []))
}
const machine = { node: process.versions.node, platform: `${process.platform} ${process.arch}`, cores: cpus().length }
mkdirSync(join(root, 'test-results'), { recursive: true })
writeFileSync(
  join(root, 'test-results', 'bench.json'),
  `${JSON.stringify({ machine, results: results.map((each) => ({ ...each, isMet: isMet(each) })) }, null, 2)}\n`,
)
console.log(
  `${table(results)}\n\nNode ${machine.node} on ${machine.platform}, ${machine.cores} cores. Ratios of one run, medians of n rounds. JSON: test-results/bench.json`,
)
