'use client'
import { useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { announce } from '../../../../lib/client/toast.ts'
import { useWho } from '../../../../lib/client/who.ts'
import { type OpenMove, openMoves } from '../../../../lib/domain/promise/moves.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { shortDay } from '../../../components/graph/words.ts'
import { proposalInWords } from './timeline-words.ts'

/** Another day that is about to be proposed for a promise: nothing is sent before it is confirmed. */
export type Proposal = { readonly id: string; readonly was: string; readonly day: string; readonly move: OpenMove }

export type Proposing = {
  readonly proposal: Proposal | null
  /** begins or goes on; says why where this person may not */
  readonly shift: (entry: TimelineEntry, days: number) => void
  readonly moveTo: (entry: TimelineEntry, day: string) => void
  readonly mayMove: (id: string) => boolean
  readonly send: (reason: string) => void
  readonly cancel: () => void
}

/** The day that a proposal starts from: the promised one, else the one on the table, else the needed one. */
export function startOf({ promisedOn, proposedOn, neededOn }: TimelineEntry): string | null {
  return promisedOn ?? proposedOn ?? neededOn
}

/** Proposing another day: for an ask it is a counter, for a promise a proposed change, and never an edit. */
export function useProposal(): Proposing {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  const mutate = useMutate()
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const moveFor = (id: string) => openMoves(snapshot, id, who, today).find(({ move }) => move === 'counter' || move === 'propose')

  const moveTo = (entry: TimelineEntry, day: string) => {
    const was = startOf(entry)
    const move = moveFor(entry.id)
    if (was === null) return
    if (!move) {
      announce('Another day is not yours to propose here: it is up to those who speak for one of the two sides, while the promise is open.')
      return
    }
    setProposal({ id: entry.id, was, day, move })
    announce(proposalInWords(was, day, entry.neededOn, today))
  }
  const shift = (entry: TimelineEntry, days: number) => {
    const from = proposal?.id === entry.id ? proposal.day : startOf(entry)
    if (from !== null) moveTo(entry, addDays(from, days))
  }
  const cancel = () => {
    if (proposal) announce(`Nothing proposed, it stays ${shortDay(proposal.was, today)}.`)
    setProposal(null)
  }
  const send = (reason: string) => {
    if (!proposal || proposal.day === proposal.was) return
    const { id, day, move } = proposal
    setProposal(null)
    const input = {
      id,
      moveId: freshId('promiseMove'),
      move: move.move,
      terms: { on: day },
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }
    const word = move.move === 'counter' ? 'Countered' : 'Proposed'
    void mutate([{ name: 'promise.move', input }], { toast: `${word}: ${shortDay(day, today)}. The other side decides.` })
  }
  return { proposal, shift, moveTo, mayMove: (id) => moveFor(id) !== undefined, send, cancel }
}
