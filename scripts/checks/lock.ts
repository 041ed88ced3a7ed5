import { join } from 'node:path'
import { findHosts, findMissing, readLock } from '../lock.ts'
import { root } from '../run.ts'

/** Platform binaries that the lock lacks, and entries that name a host. */
export async function findLockFaults(): Promise<string[]> {
  const lock = readLock(join(root, 'package-lock.json'))
  return [
    ...findMissing(lock).map(({ name, version }) => `${name}@${version} is missing: run npm run lock:complete`),
    ...findHosts(lock).map((path) => `${path} names a host: npm needs the project's .npmrc when it writes the lock`),
  ]
}
