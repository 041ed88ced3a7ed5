'use client'
import { useCallback, useMemo } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../../lib/client/toast.ts'
import { useWho } from '../../../../../lib/client/who.ts'
import { moveWords, type OpenMove, openMoves } from '../../../../../lib/domain/promise/moves.ts'
import { find, nameOf } from '../../../../../lib/domain/snapshot.ts'
import type { Side } from '../../../../../lib/domain/vocabulary.ts'
import { type MoveDetails, usePromiseMove } from '../../../../components/promise/use-promise.ts'

/** The three answers of the market; which move of a promise each is depends on where the promise stands. */
export const answers = ['agree', 'counter', 'decline'] as const
export type Answer = (typeof answers)[number]

const movesOfAnswer: Record<Answer, readonly OpenMove['move'][]> = {
  agree: ['agree', 'promise', 'accept', 'request'],
  counter: ['counter', 'propose'],
  decline: ['refuse', 'decline', 'withdraw'],
}

export type Answers = { readonly [A in Answer]?: OpenMove }

/** What each answer would do now for a side of an ask; an answer that nobody of that side can give is left out. */
export function useAnswers(dependencyId: string | null, side: Side): Answers {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  return useMemo(() => {
    if (dependencyId === null) return {}
    const mine = openMoves(snapshot, dependencyId, who, today).filter((move) => move.side === side)
    const found = answers.flatMap((answer) => {
      const move = movesOfAnswer[answer].flatMap((name) => mine.filter((each) => each.move === name))[0]
      return move ? [[answer, move] as const] : []
    })
    return Object.fromEntries(found)
  }, [snapshot, dependencyId, side, who, today])
}

/** Makes a move and says what was done, with the ask by its name. */
export function useMakeAnswer() {
  const { snapshot } = useNetwork()
  const make = usePromiseMove()
  return useCallback(
    async (dependencyId: string, move: OpenMove, details: MoveDetails = {}): Promise<boolean> => {
      const need = find(snapshot, 'dependency', dependencyId)
      const isDone = await make(dependencyId, move, details)
      if (isDone && need) showToast(`You ${moveWords[move.move].done}: “${nameOf(need)}”`)
      return isDone
    },
    [make, snapshot],
  )
}
