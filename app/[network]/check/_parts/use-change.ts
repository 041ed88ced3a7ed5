import { useEffect, useEffectEvent, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { writesDown } from '../../../../lib/domain/ritual/writer.ts'

/** What a team changes, and what share of last week went to its key results: one of each for the whole room. */
export type Said = {
  readonly kind: 'start' | 'stop'
  readonly text: string
  /** in percent; null where nobody has said */
  readonly share: number | null
}

/** The change and the share as the room has them now; those of the node and who leads write both, and see them while others write. */
export function useChange(ritual: Ritual) {
  const { snapshot, who, today } = useNetwork()
  const room = useRoom(ritual.id)
  const change = room?.question('change').open?.[0]?.body
  const share = room?.question('share').open?.[0]?.body
  const said: Said = { kind: change?.kind ?? 'start', text: change?.text ?? '', share: share?.percent ?? null }
  return {
    said,
    mayWrite: writesDown(snapshot, ritual, { personId: who.personId, day: today }),
    write: (part: Partial<Pick<Said, 'kind' | 'text'>>) => room?.answer('change', { kind: said.kind, text: said.text, ...part }),
    setShare: (percent: number) => room?.answer('share', { percent }),
  }
}

/** So long after the last key what is typed is told to the room. */
const pauseMs = 400

/** A text that several write: the field shows the own words while they are typed, and what the room has otherwise. */
export function useWriting(shown: string, tell: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const flush = () => {
    if (typed === null) return
    tell(typed)
    setTyped(null)
  }
  const flushNow = useEffectEvent(flush)
  useEffect(() => {
    if (typed === null) return
    const waiting = setTimeout(() => flushNow(), pauseMs)
    return () => clearTimeout(waiting)
  }, [typed])
  useEffect(() => {
    const leave = () => flushNow()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return { text: typed ?? shown, type: setTyped, flush }
}
