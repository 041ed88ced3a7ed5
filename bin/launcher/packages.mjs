import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { alone } from './alone.mjs'
import { runNpm } from './npm.mjs'
import { inProject, root } from './places.mjs'
import { say } from './say.mjs'

const stamp = inProject('node_modules', '.weft-stamp')

function digestOfLock() {
  const digest = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const name of ['package.json', 'package-lock.json']) digest.update(readFileSync(inProject(name)))
  return digest.digest('hex')
}

/** Installed by hand: npm writes its own copy of the lock into node_modules when it is done. */
function isNewerThanLock() {
  const installed = inProject('node_modules', '.package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(inProject('package-lock.json')).mtimeMs
}

function isCurrent(digest) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === digest
  return isNewerThanLock()
}

async function install(digest) {
  if (isCurrent(digest)) return
  say('Installing packages (a minute or so, once).')
  await runNpm(['install', '--no-save', '--include=dev', '--include=optional', '--include=peer'], root)
  writeFileSync(stamp, digest)
}

/** Installs the packages when they are missing or are not those of the lock. The lock itself is never written. */
export async function ensurePackages() {
  const digest = digestOfLock()
  if (!isCurrent(digest)) await alone('packages', () => install(digest))
  if (!existsSync(stamp)) writeFileSync(stamp, digest)
}
