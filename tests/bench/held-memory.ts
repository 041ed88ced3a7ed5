import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Frees what nobody holds. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc === 'function') gc()
}

/** How many bytes are held now: what was freed is counted off only after a while, so until it is no less. */
export function heldBytes(): number {
  let held = Number.POSITIVE_INFINITY
  for (let round = 0; round < 10; round += 1) {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    if (round > 1 && heapUsed + arrayBuffers >= held) break
    held = Math.min(held, heapUsed + arrayBuffers)
  }
  return held
}

/** How many bytes something holds as long as it is held. */
export function bytesOf(make: () => unknown): number {
  const before = heldBytes()
  const made = make()
  const after = heldBytes()
  return made === undefined ? 0 : after - before
}
