import type { Place } from './place.ts'
import { placeText } from './place.ts'
import { bytesOf, type Stream } from './stream.ts'

type Bytes = ReturnType<typeof bytesOf>

/** One open stream: the newest revision that is not told yet, and whether its telling is under way. */
export type Reader = {
  readonly networkId: string
  readonly stream: Stream
  /** whether the reader may still listen */
  readonly isAllowed: () => Promise<boolean>
  /** whether it hears who else is in the network */
  readonly seesPeople: boolean
  /** of which rooms of sessions it hears */
  readonly rooms: 'all' | { readonly ritualId: string } | null
  readonly eventAt: (revision: number) => Promise<Bytes>
  told: number
  waiting: number
  isTelling: boolean
  /** the last that it heard of who is there */
  people: Bytes | null
}

/** A reader that has not heard where it is yet: nothing is told before that. */
export function makeReader(made: Pick<Reader, 'networkId' | 'stream' | 'isAllowed' | 'seesPeople' | 'rooms' | 'eventAt'>): Reader {
  return { ...made, told: Number.POSITIVE_INFINITY, waiting: 0, isTelling: false, people: null }
}

/** Whether a reader hears of a room. */
export function hearsOf({ rooms }: Pick<Reader, 'rooms'>, ritualId: string): boolean {
  return rooms === 'all' || rooms?.ritualId === ritualId
}

export const heartbeat = bytesOf(': still here\n\n')

/** A role or a membership may have changed: a page asks again who it is there. */
export const whoEvent = bytesOf('event: who\ndata: {}\n\n')

/** The server ends: a browser comes back after a moment, not all of them at once. */
export const byeEvent = bytesOf('event: bye\ndata: {}\n\n')

export function revisionEvent(place: Place, name: 'revision' | 'reset' = 'revision'): string {
  return `id: ${placeText(place)}\nevent: ${name}\ndata: {"revision":${place.revision}}\n\n`
}

/** What a reader hears first, and how soon a browser tries again that lost its server without a word. */
export function greeting(comeback: 'begin' | 'follow' | 'reset', now: Place): string {
  const first = comeback === 'begin' ? `id: ${placeText(now)}\n: listening\n\n` : revisionEvent(now, comeback === 'reset' ? 'reset' : 'revision')
  return `retry: 1000\n${first}`
}

/** Ends the stream of a reader that may not listen any more. @returns whether it may */
export async function ask(reader: Reader): Promise<boolean> {
  const isAllowed = await reader.isAllowed()
  if (!isAllowed) reader.stream.end()
  return isAllowed
}

/** Writes if the reader may still hear it; else its stream ends. @returns whether it may */
export async function tell(reader: Reader, bytes: Bytes): Promise<boolean> {
  const isAllowed = await ask(reader)
  if (isAllowed) reader.stream.write(bytes)
  return isAllowed
}

/** Tells of a revision. Those that come while one is being told are told together: they are hints. */
export async function tellRevision(reader: Reader, revision: number): Promise<void> {
  reader.waiting = Math.max(reader.waiting, revision)
  if (reader.isTelling) return
  reader.isTelling = true
  while (reader.waiting > reader.told) {
    reader.told = reader.waiting
    await tell(reader, await reader.eventAt(reader.told))
  }
  reader.isTelling = false
}

/** Tells who is there, where that is news to the reader and it has taken what came before: the next list says all that this one does. */
export async function tellPeople(reader: Reader, people: Bytes | null): Promise<void> {
  if (people === null || !reader.seesPeople || reader.people === people || !reader.stream.isClear()) return
  reader.people = people
  await tell(reader, people)
}
