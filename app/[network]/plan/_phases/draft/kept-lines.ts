import { readTyped, type Typist, typedPrefix } from '../../../../../lib/client/drafts/typed.ts'
import type { DraftLine } from './lines.ts'

function isLine(line: unknown): line is DraftLine {
  if (typeof line !== 'object' || line === null) return false
  const [id, kind, text]: unknown[] = ['id', 'kind', 'text'].map((field) => Reflect.get(line, field))
  return typeof id === 'string' && typeof text === 'string' && (kind === 'objective' || kind === 'keyResult')
}

/** Where this browser keeps what somebody drafts for a node and the server does not have yet. */
export function linesPlace(of: Typist & { readonly ritualId: string; readonly nodeId: string }): string {
  return `${typedPrefix('plan', of)}${of.ritualId}:${of.nodeId}`
}

/** The lines kept at a place: no outage, reload or reveal that came first loses them. Null where there is nothing, or nothing that can be read. */
export function readLines(place: string): readonly DraftLine[] | null {
  const kept = readTyped(place)
  return Array.isArray(kept) ? kept.filter(isLine) : null
}
