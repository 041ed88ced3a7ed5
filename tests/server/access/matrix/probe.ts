import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../../lib/server/store.ts'
import { expectations } from './expectations.ts'
import { rows } from './requests.ts'
import { runRows } from './run.ts'
import { runScenario, scenarios } from './scenarios.ts'
import { groundOn } from './world.ts'

/** Runs the rows and scenarios (`@name`) that are named, or all, on a database of its own, and prints what is not as expected. Ends with 1 where something is. */
const named = process.argv.slice(2)
const asked = named.length > 0 ? named : [...rows, ...Object.keys(scenarios).map((name) => `@${name}`)]
const folder = mkdtempSync(join(tmpdir(), 'weft-matrix-'))
const store = await openStore(`file:${join(folder, 'weft.db')}`)
const ground = groundOn(store)
const wrong: string[] = []
try {
  const mismatches = await runRows(
    ground,
    asked.filter((row) => !row.startsWith('@')),
    expectations,
  )
  wrong.push(...mismatches.map(({ row, actor, expected, got }) => `${row} ${actor}: expected ${expected}, got ${got}`))
  for (const row of asked) if (row.startsWith('@')) wrong.push(...(await runScenario(ground, row.slice(1))))
} finally {
  for (const line of wrong) process.stdout.write(`${line}\n`)
  for (const bug of ground.bugs) process.stdout.write(`bug: ${bug instanceof Error ? bug.stack : JSON.stringify(bug)}\n`)
  ground.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(wrong.length + ground.bugs.length > 0 ? 1 : 0)
