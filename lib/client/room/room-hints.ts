import { observable } from '../observable.ts'

/** The room in which something has changed, and how often the server has said so: the same room twice is news twice. */
export const roomHint = observable<{ readonly ritualId: string; readonly turn: number } | null>(null)

/** Takes what the stream of events says of a room. */
export function heardOfRoom(event: MessageEvent<string>): void {
  const body: unknown = JSON.parse(event.data)
  const ritualId: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'ritual') : null
  if (typeof ritualId === 'string') roomHint.set({ ritualId, turn: (roomHint.get()?.turn ?? 0) + 1 })
}
