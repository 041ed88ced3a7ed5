import { observable } from '../observable.ts'

/** How far the clock of the server is ahead of this one: between two bounds in ms, closer with each answer. */
export type Bounds = { readonly least: number; readonly most: number }

const unknown: Bounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** How long a whole second of a Date header lasts. */
const secondMs = 1_000

type Heard = { /** the second that the answer names, in ms */ readonly serverMs: number; readonly sentMs: number; readonly gotMs: number }

/** What one more answer says. One that contradicts what was known before means that a clock was set: then only the new one counts. */
export function narrowed(before: Bounds, { serverMs, sentMs, gotMs }: Heard): Bounds {
  const heard = { least: serverMs - gotMs, most: serverMs + secondMs - sentMs }
  const both = { least: Math.max(before.least, heard.least), most: Math.min(before.most, heard.most) }
  return both.least <= both.most ? both : heard
}

/** The best single number: none where the clocks may well agree, else the middle. */
export function offsetOf({ least, most }: Bounds): number {
  if (!Number.isFinite(least) || !Number.isFinite(most) || (least <= 0 && most >= 0)) return 0
  return Math.round((least + most) / 2)
}

const bounds = observable(unknown)

/** Learns from the Date header of an answer that was asked for at `sentMs`. */
export function noteServerTime(header: string | null, sentMs: number): void {
  const serverMs = header === null ? Number.NaN : Date.parse(header)
  if (Number.isFinite(serverMs)) bounds.set(narrowed(bounds.get(), { serverMs, sentMs, gotMs: Date.now() }))
}

/** What time it is on the server, in ms: the same for everybody in a room. */
export function serverNow(): number {
  return Date.now() + offsetOf(bounds.get())
}
