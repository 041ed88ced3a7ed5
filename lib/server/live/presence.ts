import { isDeepStrictEqual } from 'node:util'
import type { PresenceSaid } from '../../contract/presence.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import { makePace, type Pace } from './pace.ts'
import { type PresenceMessage, readMessage, writeMessage } from './presence-message.ts'
import { makeWindows, type OpenWindow, type WindowName, type Windows } from './windows.ts'

/** A window of which nothing was heard for so long is gone; one whose stream has ended goes sooner. */
const quietMs = 45_000
const endedMs = 4_000

/** How often the other processes hear that nothing has changed. */
const publishMs = 10_000

/** Who says where a window is. */
export type Speaker = Pick<WindowName, 'networkId' | 'reader'> & { readonly personId: string; readonly isAllowed: () => Promise<boolean> }

export type PresenceHub = {
  /** @throws DomainError TOO_MANY_REQUESTS; FORBIDDEN where the window is somebody else's */
  readonly say: (speaker: Speaker, said: PresenceSaid) => void
  /** The stream of a window begins. @returns when it ends */
  readonly listens: (name: WindowName) => () => void
  readonly of: (networkId: string) => readonly OpenWindow[]
  readonly count: () => number
  /** asks of every window whether its person may still be there */
  readonly recheck: () => void
  /** lets go who has been quiet for too long */
  readonly sweep: () => void
  /** what another process says; its own words are passed over */
  readonly receive: (text: string) => void
}

type PresenceOptions = {
  /** names this process among the others */
  readonly processId: string
  /** the instant of now */
  readonly clock: () => Date
  readonly changed: (networkId: string) => void
  /** tells the other processes */
  readonly publish: (text: string) => void
}

type Hub = PresenceOptions & { readonly windows: Windows; readonly pace: Pace; readonly streams: Map<string, number> }

function streamKey({ networkId, reader, clientId }: WindowName): string {
  return `${networkId} ${reader} ${clientId}`
}

function publishHere({ publish, processId }: Hub, { heardAt: _h, leavesAt: _l, isAllowed: _a, publishedAt: _p, ...window }: OpenWindow): void {
  publish(writeMessage({ kind: 'here', from: processId, ...window }))
}

function remove(hub: Hub, { networkId, clientId, reader }: WindowName, end: 'left' | 'ended' | 'quiet'): void {
  hub.windows.remove({ networkId, clientId })
  hub.changed(networkId)
  if (end !== 'quiet') hub.publish(writeMessage({ kind: 'gone', from: hub.processId, networkId, clientId, reader, isFinal: end === 'left' }))
}

/** A name belongs to who gave it to a window first, as long as the window is there. */
function refuseForeign(known: OpenWindow | undefined, reader: string): void {
  if (!known || known.reader === reader) return
  throw new DomainError('FORBIDDEN', 'Another window has this clientId. Choose a new one, at random.')
}

function isSameView(known: OpenWindow | undefined, { view, camera, editing }: PresenceSaid): known is OpenWindow {
  return known !== undefined && known.view === view && isDeepStrictEqual([known.camera, known.editing], [camera, editing])
}

function say(hub: Hub, speaker: Speaker, said: PresenceSaid): void {
  const { networkId, reader } = speaker
  if (!hub.pace.take(reader)) throw new DomainError('TOO_MANY_REQUESTS', 'This says too often where it is. Wait a second.', { retryAfterSeconds: 1 })
  const { clientId, view, camera, editing } = said
  const known = hub.windows.find({ networkId, clientId })
  refuseForeign(known, reader)
  if (view === null) {
    if (known) remove(hub, known, 'left')
    return
  }
  const now = performance.now()
  const isSame = isSameView(known, said)
  const isDue = !isSame || now - known.publishedAt >= publishMs
  const at = isSame ? known.at : formatInstant(hub.clock().getTime())
  const publishedAt = isDue ? now : known.publishedAt
  const window = { ...speaker, clientId, view, camera, editing, at, heardAt: now, leavesAt: null, publishedAt }
  if (!hub.windows.put(window)) return
  if (isDue) publishHere(hub, window)
  if (!isSame) hub.changed(networkId)
}

function listens(hub: Hub, name: WindowName): () => void {
  const key = streamKey(name)
  hub.streams.set(key, (hub.streams.get(key) ?? 0) + 1)
  const known = hub.windows.find(name)
  if (known?.reader === name.reader) hub.windows.put({ ...known, leavesAt: null })
  return () => {
    const left = (hub.streams.get(key) ?? 1) - 1
    if (left > 0) return void hub.streams.set(key, left)
    hub.streams.delete(key)
    const window = hub.windows.find(name)
    if (window?.reader === name.reader) hub.windows.put({ ...window, leavesAt: performance.now() + endedMs })
  }
}

function receive(hub: Hub, message: PresenceMessage | null): void {
  if (message === null || message.from === hub.processId) return
  if (message.kind === 'hello') {
    for (const window of hub.windows.all()) if (window.isAllowed) publishHere(hub, window)
    return
  }
  const known = hub.windows.find(message)
  if (known && known.reader !== message.reader) return
  if (message.kind === 'here') {
    const { kind: _kind, from: _from, ...window } = message
    const isNews = !isSameView(known, window)
    const isPut = hub.windows.put({ ...window, heardAt: performance.now(), leavesAt: null, isAllowed: null, publishedAt: performance.now() })
    if (isPut && isNews) hub.changed(message.networkId)
  } else if (known && !message.isFinal && hub.streams.has(streamKey(known))) publishHere(hub, known)
  else if (known) {
    hub.windows.remove(known)
    hub.changed(known.networkId)
  }
}

function sweep(hub: Hub): void {
  const now = performance.now()
  for (const window of hub.windows.all()) {
    if (window.leavesAt !== null && window.leavesAt <= now) remove(hub, window, 'ended')
    else if (now - window.heardAt > quietMs) remove(hub, window, 'quiet')
  }
  hub.pace.forget()
}

function recheck(hub: Hub): void {
  for (const window of hub.windows.all()) {
    void window.isAllowed?.().then((isAllowed) => {
      const known = hub.windows.find(window)
      if (!isAllowed && known?.isAllowed === window.isAllowed) remove(hub, window, 'left')
    })
  }
}

/** Who is in which network now: kept in memory, and told to the other processes on the same database. */
export function makePresence(options: PresenceOptions): PresenceHub {
  const hub: Hub = { ...options, windows: makeWindows(), pace: makePace(() => performance.now()), streams: new Map() }
  options.publish(writeMessage({ kind: 'hello', from: options.processId }))
  return {
    say: (speaker, said) => say(hub, speaker, said),
    listens: (name) => listens(hub, name),
    of: hub.windows.of,
    count: () => hub.windows.all().length,
    recheck: () => recheck(hub),
    sweep: () => sweep(hub),
    receive: (text) => receive(hub, readMessage(text)),
  }
}
