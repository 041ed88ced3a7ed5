import module from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { ensureBuild } from './build.mjs'
import { readFlags } from './flags.mjs'
import { ensurePackages } from './packages.mjs'
import { inProject, root } from './places.mjs'
import { endWithParent, runAttached } from './run.mjs'

const serverFlags = {
  port: { value: 'NUMBER', says: 'port to listen on (PORT; 3000 unless given)' },
  host: { value: 'ADDRESS', says: 'address to listen on (HOST; 127.0.0.1 unless given)' },
  database: { value: 'URL', says: 'file:PATH or postgres://… (DATABASE_URL; file:./data/weft.db unless given)' },
}

function takeServerFlags(args) {
  const { port, host, database } = readFlags(args, serverFlags)
  if (port !== undefined) process.env.PORT = port
  if (host !== undefined) process.env.HOST = host
  if (database !== undefined) process.env.DATABASE_URL = /^[a-z]{2,}:/i.test(database) ? database : `file:${database}`
}

/** Runs a module of the project in this process, as if it had been called by its path. */
async function enter(path, args) {
  module.enableCompileCache?.(inProject('.weft', 'compile-cache'))
  const program = inProject(...path.split('/'))
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}

async function start(args) {
  takeServerFlags(args)
  await ensurePackages()
  await ensureBuild()
  process.env.NODE_ENV = 'production'
  process.chdir(root)
  endWithParent()
  await enter('build/server.mjs', [])
}

async function dev(args) {
  takeServerFlags(args)
  await ensurePackages()
  return runAttached(process.execPath, [inProject('lib', 'server', 'main.ts')], { cwd: root, env: { ...process.env, NODE_ENV: 'development' } })
}

async function build(args) {
  const { force } = readFlags(args, verbs.build.flags)
  await ensurePackages()
  await ensureBuild({ isForced: Boolean(force) })
}

/** A verb that is a script of the project, with what it needs in place. */
function script(path, { needsBuild = false, before = [] } = {}) {
  return async (args) => {
    await ensurePackages()
    if (needsBuild) await ensureBuild()
    return runAttached(process.execPath, [inProject(...path.split('/')), ...before, ...args], { cwd: root })
  }
}

/** A verb of the command line itself, which reads its own flags and its own --help. */
function ofCommandLine(name) {
  return async (args) => {
    await ensurePackages()
    await ensureBuild()
    process.env.NODE_ENV = 'production'
    await enter('build/cli.mjs', [name, ...args])
  }
}

const without = { value: 'LIST', says: 'leave out postgres, browser or both (postgres,browser); they are listed as NOT RUN' }

/** All that can be asked of the launcher. A verb without `flags` reads its arguments itself. */
export const verbs = {
  start: { says: 'install, build and migrate what is stale, then serve', flags: serverFlags, run: start },
  dev: { says: 'serve from the sources; an edit shows without a reload', flags: serverFlags, run: dev },
  build: { says: 'build what is stale', flags: { force: { says: 'build even if nothing has changed' } }, run: build },
  test: { says: 'check, unit and server tests on both databases, journeys in a browser', flags: { without }, run: script('scripts/test.ts') },
  'test:long': { says: 'crash trials and properties a thousand times over', flags: {}, run: script('scripts/test.ts', { before: ['--long'] }) },
  'check:sources': {
    says: 'format, lint, types, import law, dead code, lock, generated files',
    flags: { fix: { says: 'first format, and repair what is safe' } },
    run: script('scripts/check.ts'),
  },
  bench: { says: 'measure the ratios of the performance goals', run: script('tests/bench/main.ts', { needsBuild: true }) },
  'db:generate': { says: 'write the migrations that the schema asks for', flags: {}, run: script('scripts/db-generate.ts') },
  'openapi:generate': { says: 'write docs/openapi.json from the operations', flags: {}, run: script('scripts/openapi-generate.ts') },
  'lock:complete': { says: 'add platform binaries that a mirror left out to the lock', flags: {}, run: script('scripts/lock-complete.ts') },
  import: { says: 'read a weft/1 file into the database', run: ofCommandLine('import') },
  export: { says: 'write a network as weft/1', run: ofCommandLine('export') },
  validate: { says: 'list every fault of a weft/1 file', run: ofCommandLine('validate') },
  doctor: { says: 'check configuration and database', run: ofCommandLine('doctor') },
  backup: { says: 'write a verified copy of the database', run: ofCommandLine('backup') },
  restore: { says: 'put a verified copy in place', run: ofCommandLine('restore') },
  move: { says: 'carry the whole database over to PostgreSQL, or back to a file', run: ofCommandLine('move') },
  minutes: { says: 'print the minutes of a session', run: ofCommandLine('minutes') },
  plan: { says: 'print the plan of a cycle as it stands', run: ofCommandLine('plan') },
  check: { says: 'list what the alignment rules find in a network', run: ofCommandLine('check') },
  analyse: { says: 'say what the measures of a network tell', run: ofCommandLine('analyse') },
  user: { says: 'list accounts; invite, reset, disable, enable, owner', run: ofCommandLine('user') },
  schema: { says: 'print the JSON Schema of weft/1', run: ofCommandLine('schema') },
}
