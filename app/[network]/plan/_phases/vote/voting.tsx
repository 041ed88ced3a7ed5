'use client'
import { useEffect, useEffectEvent } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import type { Room } from '../../../../../lib/client/room/use-room.ts'
import { leastOfNode } from '../../../../../lib/domain/ritual/spread.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { revealAction } from './actions.ts'
import { Ballot } from './ballot.tsx'
import phase from './vote.module.css'
import styles from './voting.module.css'

type Props = {
  readonly ritualId: string
  readonly room: Room
  readonly question: `confidence${string}`
  readonly isLead: boolean
}

/** How long the last to vote has for a reason before the votes open by themselves. */
const holdMs = 6_000

/** The vote under way: the own ballot, which the big screen never shows, and how many have voted. It opens by itself on the screen of who leads once all are in. */
export function Voting({ ritualId, room, question, isLead }: Props) {
  const { answered, mine } = room.question(question)
  const here = room.seats.filter(({ id, isHere }) => isHere || answered.includes(id))
  const isAll = here.length > 0 && here.every(({ id }) => answered.includes(id))
  const { reveal } = room
  const { isBig } = useBigScreen()
  const mayReveal = answered.length > 0 && (isLead || isAll)
  const opensItself = isLead && isAll && here.length > 1
  useAction(revealAction, () => void reveal(question), { enabled: mayReveal })
  const open = useEffectEvent(() => void reveal(question))
  useEffect(() => {
    if (!opensItself) return
    const timer = setTimeout(open, holdMs)
    return () => clearTimeout(timer)
  }, [opensItself])
  return (
    <>
      <p className={phase['lead']}>
        Nobody sees a vote before all are in. Then they are counted, without names: for the whole room, and for each node with {leastOfNode} votes or
        more. {here.length < leastOfNode && `With fewer than ${leastOfNode} in the room, one can still guess who voted what.`}
      </p>
      {isBig ? (
        <p className={styles['elsewhere']}>Vote on your own screen: 0 to 5.</p>
      ) : (
        <Ballot place={{ entity: 'ritual', id: ritualId, field: `why.${question}` }} mine={mine} vote={(vote) => room.answer(question, vote)} />
      )}
      <p className={styles['count']} role="status">
        <b>
          {answered.length} of {here.length}
        </b>{' '}
        have voted
        {isAll && here.length > 1 && '. The votes are shown in a moment: who has a reason writes it now.'}
      </p>
      <div className={styles['dots']} aria-hidden="true">
        {here.map(({ id }) => (
          <i key={id} data-voted={answered.includes(id) || undefined} />
        ))}
      </div>
      {mayReveal && (
        <Button tone={isAll ? 'primary' : 'plain'} onClick={() => void reveal(question)}>
          {isAll ? 'Show the votes' : 'Show them without the others'} <KeyHint keys="mod+Enter" />
        </Button>
      )}
    </>
  )
}
