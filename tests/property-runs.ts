import fc from 'fast-check'

const isLong = Boolean(process.env['WEFT_LONG'])

/** How often a property is tried: as often as its test says; in a long run five times as often, and at least a thousand times. */
export function runs(usual: number): number {
  return isLong ? Math.max(usual * 5, 1_000) : usual
}

/** Properties that do not say how often they are tried. */
fc.configureGlobal({ numRuns: runs(100) })
