import fc from 'fast-check'

const least = Number(process.env['WEFT_PROPERTY_RUNS'] ?? 0)

/** How often a property is tried: as often as its test says, and at least as often as a long run asks for. */
export function runs(usual: number): number {
  return Math.max(usual, least)
}

/** Properties that do not say how often they are tried. */
fc.configureGlobal({ numRuns: runs(100) })
