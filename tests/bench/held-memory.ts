import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Frees what nobody holds. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc === 'function') gc()
}

/** How many bytes are held now. */
export function heldBytes(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** How many bytes something holds as long as it is held. */
export function bytesOf(make: () => unknown): number {
  const before = heldBytes()
  const made = make()
  const after = heldBytes()
  return made === undefined ? 0 : after - before
}
