import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { dropTyped, keepTyped } from '../../../../../lib/client/drafts/typed.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useRoom } from '../../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { linesPlace, readLines } from './kept-lines.ts'
import { type DraftLine, sameLines, written } from './lines.ts'

/** So long after the last key a draft is sent; this browser keeps it with every key. */
const pauseMs = 400

export type OpenDraft = { readonly name: string; readonly isMine: boolean; readonly lines: readonly DraftLine[] }

export type OwnDraft = {
  readonly lines: readonly DraftLine[]
  readonly write: (lines: readonly DraftLine[]) => void
  /** how many people have written something */
  readonly writers: number
  /** whether something is still on its way to the server */
  readonly isPending: boolean
  /** what everybody wrote, by author; null while it is sealed */
  readonly open: readonly OpenDraft[] | null
  readonly reveal: () => void
}

/** What this person drafts for a node in silence, and what all drafted once it is shown. */
export function useDraft(ritual: Ritual, nodeId: string): OwnDraft {
  const room = useRoom(ritual.id)
  const { networkId, me } = useNetwork()
  const key = `draft:${nodeId}` as const
  const question = room?.question(key)
  const isOpen = ritual.revealed.includes(key)
  const place = linesPlace({ userId: me.userId, networkId, ritualId: ritual.id, nodeId })
  const [typed, setTyped] = useState(() => readLines(place))
  const stored = question?.mine?.lines
  const lines = typed ?? stored ?? []
  const toSend = typed === null || isOpen ? null : written(typed)
  const isUnsent = toSend !== null && !sameLines(toSend, stored ?? [])
  const isConfirmed = toSend !== null && !isUnsent && room?.isPending === false
  const flush = useEffectEvent(() => {
    if (!room || !isUnsent) return
    if (toSend.length === 0) room.withdraw(key)
    else room.answer(key, { lines: toSend })
  })
  const isReady = room !== null
  const isPending = isUnsent || room?.isPending === true
  const reveal = useReveal(() => void room?.reveal(key), isReady && !isPending)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew
  useEffect(() => {
    const sending = isReady ? setTimeout(() => flush(), pauseMs) : undefined
    return () => clearTimeout(sending)
  }, [typed, isReady])
  useEffect(() => () => flush(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a blank line more is kept anew although nothing is left to send
  useEffect(() => {
    if (isConfirmed) dropTyped(place)
  }, [isConfirmed, place, typed])
  const open = useMemo(() => openDrafts(room, question?.open ?? null), [room, question?.open])
  return {
    lines,
    write: (next) => {
      setTyped(next)
      keepTyped(place, next)
    },
    writers: question?.answered.length ?? 0,
    isPending,
    open: isOpen ? withLate(open, readLines(place) ?? []) : null,
    reveal,
  }
}

/** Shows the drafts as soon as the own one has arrived: what was typed last goes first, or it would come too late. */
function useReveal(show: () => void, isReady: boolean): () => void {
  const [isWanted, setWanted] = useState(false)
  const run = useEffectEvent(() => {
    setWanted(false)
    show()
  })
  const may = isWanted && isReady
  useEffect(() => {
    if (may) run()
  }, [may])
  return () => setWanted(true)
}

type Told = ReturnType<typeof useRoom>
type OpenAnswers = readonly { readonly seatId: string | null; readonly body: { readonly lines?: readonly DraftLine[] } }[] | null

function openDrafts(room: Told, answers: OpenAnswers): readonly OpenDraft[] {
  return (answers ?? []).map(({ seatId, body }) => ({
    name: room?.seats.find(({ id }) => id === seatId)?.name ?? 'Somebody who has left',
    isMine: seatId !== null && seatId === room?.me,
    lines: body.lines ?? [],
  }))
}

/** Own lines that came too late to be shown with the others: offline when it was opened, or in the very moment. */
function withLate(open: readonly OpenDraft[], kept: readonly DraftLine[]): readonly OpenDraft[] {
  const shown = new Map(open.filter(({ isMine }) => isMine).flatMap(({ lines }) => lines.map(({ id, text }) => [id, text])))
  const late = written(kept).filter(({ id, text }) => shown.get(id) !== text)
  return late.length === 0 ? open : [...open, { name: 'Only you see these: they were written after the reveal', isMine: true, lines: late }]
}
