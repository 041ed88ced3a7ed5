import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Loaded from node_modules at run time: Next finds its own files there, better-sqlite3 its binary, and pg is loaded only for PostgreSQL. */
const external = [/^next($|\/)/, /^better-sqlite3($|\/)/, /^pg($|\/)/, /^pg-native$/, /^node:/]

const programs = {
  'server.mjs': 'lib/server/main.ts',
  'cli.mjs': 'lib/server/cli/main.ts',
}

/**
 * Writes one program as one file, so that a start reads one module instead of hundreds.
 *
 * @param {string} entry path below the project
 * @param {string} file path of the result
 */
export async function bundle(entry, file) {
  const build = await rolldown({
    cwd: root,
    input: join(root, entry),
    platform: 'node',
    external,
    transform: { define: { 'process.env.NODE_ENV': JSON.stringify('production') } },
    logLevel: 'warn',
  })
  await build.write({ file, format: 'esm', codeSplitting: false, sourcemap: true })
  await build.close()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(root, 'build')
  for (const [name, entry] of Object.entries(programs)) if (existsSync(join(root, entry))) await bundle(entry, join(folder, name))
}
