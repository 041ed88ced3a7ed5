import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../../lib/server/store.ts'
import { expectations } from './expectations.ts'
import { rows } from './requests.ts'
import { runRows } from './run.ts'
import { groundOn } from './world.ts'

/** Runs the rows that are named, or all, on a database of its own, and prints what is not as expected. Ends with 1 where something is. */
const named = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'weft-matrix-'))
const store = await openStore(`file:${join(folder, 'weft.db')}`)
const ground = groundOn(store)
const mismatches = await runRows(ground, named.length > 0 ? named : rows, expectations)
for (const { row, actor, expected, got } of mismatches) process.stdout.write(`${row} ${actor}: expected ${expected}, got ${got}\n`)
for (const bug of ground.bugs) process.stdout.write(`bug: ${bug instanceof Error ? bug.stack : JSON.stringify(bug)}\n`)
ground.close()
await store.close()
rmSync(folder, { recursive: true, force: true })
process.exit(mismatches.length + ground.bugs.length > 0 ? 1 : 0)
