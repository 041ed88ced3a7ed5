import { z } from 'zod'
import { presenceSchema } from '../../contract/presence.ts'

const window = z.object({ from: z.string(), networkId: z.string(), clientId: z.string(), reader: z.string() })

const here = window.extend({ kind: z.literal('here'), ...presenceSchema.omit({ name: true, clientId: true }).shape })

/** `isFinal`: the window has left or its person may not be there any more; else only its stream has ended where this comes from. */
const gone = window.extend({ kind: z.literal('gone'), isFinal: z.boolean() })

/** A process that has just begun asks the others who is there. */
const hello = z.object({ from: z.string(), kind: z.literal('hello') })

const message = z.discriminatedUnion('kind', [here, gone, hello])

/** What processes tell each other about windows: one window in each, no names, less than 8,000 bytes. */
export type PresenceMessage = z.infer<typeof message>

export function writeMessage(text: PresenceMessage): string {
  return JSON.stringify(text)
}

/** Reads what another process said; null where it is none of ours, perhaps of a later program. */
export function readMessage(text: string): PresenceMessage | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
