import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { alone } from './alone.mjs'
import { inProject, root } from './places.mjs'
import { runQuietly } from './run.mjs'
import { Refusal, say } from './say.mjs'

const inputs = ['app', 'lib', 'db', 'drizzle', 'public', 'scripts/bundle.mjs', 'next.config.js', 'package.json', 'package-lock.json']
const dist = process.env.WEFT_DIST ?? '.next'
const stamp = inProject('build', 'stamp')
const products = [inProject('build', 'server.mjs'), inProject('build', 'cli.mjs'), inProject(dist, 'BUILD_ID')]

function* filesUnder(path) {
  if (!existsSync(inProject(path))) return
  if (!statSync(inProject(path)).isDirectory()) {
    yield path
    return
  }
  const entries = readdirSync(inProject(path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) yield* filesUnder(join(path, entry.name))
}

/** What the build is made of, as one digest: contents, not times, so that a switch of branch and back costs nothing. */
function digestOfInputs() {
  const digest = createHash('sha256').update(`${process.versions.node.split('.')[0]} ${dist}`)
  for (const input of inputs)
    for (const path of filesUnder(input))
      digest
        .update(path)
        .update('\0')
        .update(readFileSync(inProject(path)))
        .update('\0')
  return digest.digest('hex')
}

async function step(name, args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await runQuietly(process.execPath, args, { cwd: root, env })
  if (code !== 0) throw new Refusal(`${name} failed:\n${output.trim()}`)
}

function isBuilt(digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && products.every((path) => existsSync(path))
}

async function build(digest) {
  say('Building (half a minute or so, once for each version).')
  rmSync(stamp, { force: true })
  await step('The build of the pages', [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build'])
  await step('The bundle of the server', [inProject('scripts', 'bundle.mjs')])
  mkdirSync(inProject('build'), { recursive: true })
  writeFileSync(stamp, digest)
}

/** Builds the pages and bundles server and command line, when what they are made of has changed since. */
export async function ensureBuild({ isForced = false } = {}) {
  const digest = digestOfInputs()
  if (isBuilt(digest) && !isForced) return
  await alone('build', async () => {
    if (isForced || !isBuilt(digest)) await build(digest)
  })
}
