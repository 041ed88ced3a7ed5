import type { DraftLine } from './lines.ts'

/** What somebody drafts, as this browser keeps it: nothing typed is lost by an outage, a reload or a reveal that came first. */
export type KeptLines = { readonly lines: readonly DraftLine[] /** the server has all of it */; readonly isSent: boolean }

function isLine(line: unknown): line is DraftLine {
  if (typeof line !== 'object' || line === null) return false
  const [id, kind, text]: unknown[] = ['id', 'kind', 'text'].map((field) => Reflect.get(line, field))
  return typeof id === 'string' && typeof text === 'string' && (kind === 'objective' || kind === 'keyResult')
}

/** What is kept at a place; null where there is nothing, or nothing that can be read. */
export function readKept(place: string): KeptLines | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    const lines: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'lines') : null
    if (!Array.isArray(lines)) return null
    return { lines: lines.filter(isLine), isSent: Reflect.get(Object(kept), 'isSent') === true }
  } catch {
    return null
  }
}

/** Keeps it; where the browser has no room left it stays on the page alone. */
export function keepLines(place: string, kept: KeptLines): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // the room still gets it
  }
}
