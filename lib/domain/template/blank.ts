import type { WeftDocument } from '../format/document.ts'
import { cyclesFor } from './quarter.ts'
import { fourAreas } from './sketch.ts'

/**
 * The core, four empty areas and this quarter.
 *
 * @param today day on which it is made, for the first cycle
 * Cost O(1).
 */
export function blank(today: string, name: string): WeftDocument {
  return { format: 'weft/1', network: { id: 'net_blank', name }, areas: fourAreas.map((area) => ({ ...area })), cycles: cyclesFor(today) }
}
