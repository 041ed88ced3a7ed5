import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complete, findMissing, type Lock, readLock } from './lock.ts'

const root = join(import.meta.dirname, '..')

/** Without the packages whose platform binaries are missing, so that npm asks for them anew. */
function withoutIncomplete(lock: Lock): Lock {
  const incomplete = new Set(findMissing(lock).map(({ parent }) => parent))
  return { ...lock, packages: Object.fromEntries(Object.entries(lock.packages).filter(([path]) => !incomplete.has(path))) }
}

/** npm leaves other platforms out of a lock that it writes beside installed packages; in an empty folder it asks for all. */
function resolveAnew(): Lock {
  const folder = mkdtempSync(join(tmpdir(), 'weft-lock-'))
  try {
    for (const name of ['package.json', '.npmrc']) copyFileSync(join(root, name), join(folder, name))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(withoutIncomplete(readLock(join(root, 'package-lock.json')))))
    const { status, stderr } = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error(`npm could not resolve the packages:\n${stderr}`)
    return readLock(join(folder, 'package-lock.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const resolved = resolveAnew()
const missing = findMissing(resolved)
writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(complete(resolved), null, 2)}\n`)
console.log(
  missing.length === 0 ? 'The lock is complete.' : `Added to the lock: ${missing.map(({ name, version }) => `${name}@${version}`).join(', ')}`,
)
