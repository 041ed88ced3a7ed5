import { type Driver, openAside, socketOf } from '../../../db/postgres.ts'
import type { Broadcast, BroadcastChannel } from '../executor.ts'
import { within } from './within.ts'

export const revisionChannel = 'weft_revision'
const channelByName: Readonly<Record<BroadcastChannel, string>> = { presence: 'weft_presence', access: 'weft_access', room: 'weft_room' }

const channels = ['presence', 'access', 'room'] as const satisfies readonly BroadcastChannel[]

/** A line that carries nothing is dead or idle: it is asked so often, and has so long for its answer. */
const pingMs = 1_000
const answerMs = 1_500
const pauseMs = 250

/** PostgreSQL takes no longer word. */
const mostBytes = 7_999

/** So many words wait for the line; the oldest are the first that nobody needs any more. */
const mostWaiting = 500

export type Hears = {
  readonly onRevision: (networkId: string, revision: number) => void
  /** some may have been missed: called whenever the line is there again, before anything new is heard on it */
  readonly onGap: () => Promise<void>
}

export type Hearing = {
  readonly broadcast: Broadcast
  readonly start: (hears: Hears) => void
  readonly stop: () => void
}

type OnText = Parameters<Broadcast['listen']>[0]
type Line = ReturnType<typeof openAside>

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

type Say = (text: string, values?: readonly string[]) => Promise<unknown>

/** One word after the other: the driver takes no second one before the answer to the first. */
function inTurn(line: Line): Say {
  let last: Promise<unknown> = Promise.resolve()
  return (text, values = []) => {
    const mine = last.then(() => line.query(text, [...values]))
    last = mine.catch(() => undefined)
    return mine
  }
}

type Word = { readonly channel: BroadcastChannel; readonly text: string }

/** Says a word to the other processes; one that is lost with the line is made up for by what they ask themselves. */
function tell(say: Say, { channel, text }: Word): void {
  say('SELECT pg_notify($1, $2)', [channelByName[channel], text]).catch(() => undefined)
}

/** Ends, with what was wrong, when the line does not answer any more. */
async function untilDead(say: Say, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    await pause(pingMs)
    await within(answerMs, say('SELECT 1'))
  }
}

/** Takes a notification apart and tells whom it concerns. */
function makeReceiver({ onRevision }: Hears, onText: OnText) {
  return ({ channel, payload = '' }: { readonly channel: string; readonly payload?: string | undefined }) => {
    if (channel === revisionChannel) {
      const at = payload.indexOf(' ')
      if (at > 0) onRevision(payload.slice(at + 1), Number(payload.slice(0, at)))
    }
    for (const name of channels) if (channel === channelByName[name]) onText(name, payload)
  }
}

/** What processes on one database tell each other, over a line of its own that is kept alive and made anew when it dies. */
export function openHearing(driver: Driver, url: string): Hearing {
  const onTexts: OnText[] = []
  let current: { readonly line: Line; readonly say: Say } | null = null
  let isStopped = false
  const waiting: Word[] = []
  const tellAll: OnText = (channel, text) => {
    for (const onText of onTexts) onText(channel, text)
  }
  const live = async (line: Line, hears: Hears) => {
    line.on('notification', makeReceiver(hears, tellAll))
    await within(answerMs, line.connect())
    const names = [revisionChannel, ...Object.values(channelByName)]
    await within(answerMs, line.query(names.map((channel) => `LISTEN ${channel}`).join('; ')))
    const say = inTurn(line)
    current = { line, say }
    for (const word of waiting.splice(0)) tell(say, word)
    await hears.onGap()
    await untilDead(say, () => isStopped)
  }
  const keepHearing = async (hears: Hears) => {
    while (!isStopped) {
      const line = openAside(driver, url, 'listen')
      // Whatever was wrong, the remedy is the same: another line. What was missed is told when it is there.
      await live(line, hears).catch(() => undefined)
      current = null
      socketOf(line).destroy()
      if (!isStopped) await pause(pauseMs)
    }
  }
  return {
    broadcast: {
      send: (channel, text) => {
        if (Buffer.byteLength(text) > mostBytes) return
        if (current) return tell(current.say, { channel, text })
        waiting.push({ channel, text })
        if (waiting.length > mostWaiting) waiting.shift()
      },
      listen: (onText) => void onTexts.push(onText),
    },
    start: (hears) => void keepHearing(hears),
    stop: () => {
      isStopped = true
      if (current) socketOf(current.line).destroy()
    },
  }
}
