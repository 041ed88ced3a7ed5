import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const memoryDisk = '/dev/shm'
const [neededOnIt, neededFree] = [2 * 1024 ** 3, 4 * 1024 ** 3]

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memoryDisk)
    return bavail * bsize >= neededOnIt && freemem() >= neededFree
  } catch {
    return false
  }
}

/**
 * A temporary folder in memory, where tests need not wait for a disk, until this process ends; null where the machine has no such place
 * or too little room. Tests of what a disk does (crash, power) keep to the disk.
 */
export function quickFolder(): string | null {
  if (!hasRoom()) return null
  const path = mkdtempSync(join(memoryDisk, 'weft-tests-'))
  chmodSync(path, 0o755)
  process.once('exit', () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }))
  return path
}
