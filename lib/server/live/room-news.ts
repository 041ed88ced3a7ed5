import { z } from 'zod'
import { bytesOf } from './stream.ts'

/** What changes in one room is told at most so often: forty people who answer at once are one piece of news. */
const throttleMs = 120

type Bytes = ReturnType<typeof bytesOf>

const message = z.object({ from: z.string(), networkId: z.string(), ritualId: z.string() })

export type RoomNews = {
  /** Something in a room is different: it is told soon, here and in the other processes. */
  readonly changed: (networkId: string, ritualId: string) => void
  /** Takes what another process said; what is none of ours, perhaps of a later program, is left alone. */
  readonly receive: (text: string) => void
  readonly close: () => void
}

type Options = {
  readonly processId: string
  readonly publish: (text: string) => void
  readonly tell: (networkId: string, ritualId: string, bytes: Bytes) => void
}

function readMessage(text: string): z.infer<typeof message> | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Tells that something in a room has changed, and never what. */
export function makeRoomNews({ processId, publish, tell }: Options): RoomNews {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; isPublished: boolean }>()
  const soon = (networkId: string, ritualId: string, isPublished: boolean) => {
    const key = JSON.stringify([networkId, ritualId])
    const known = waiting.get(key)
    if (known) {
      known.isPublished ||= isPublished
      return
    }
    const flush = () => {
      const isOwn = waiting.get(key)?.isPublished
      waiting.delete(key)
      tell(networkId, ritualId, bytesOf(`event: room\ndata: ${JSON.stringify({ ritual: ritualId })}\n\n`))
      if (isOwn) publish(JSON.stringify({ from: processId, networkId, ritualId }))
    }
    waiting.set(key, { timer: setTimeout(flush, throttleMs).unref(), isPublished })
  }
  return {
    changed: (networkId, ritualId) => soon(networkId, ritualId, true),
    receive: (text) => {
      const told = readMessage(text)
      if (told && told.from !== processId) soon(told.networkId, told.ritualId, false)
    },
    close: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer)
    },
  }
}
