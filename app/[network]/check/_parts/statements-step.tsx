'use client'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useSteps } from '../../../../lib/client/ritual/steps.ts'
import { useLead } from '../../../../lib/client/ritual/use-lead.ts'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { type Room, useRoom } from '../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { type StatementKey, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import type { StatementAnswer } from '../../../../lib/domain/ritual/sealed.ts'
import { counted, listed } from '../../../components/graph/words.ts'
import { StatementList, type StatementView } from '../../../components/statements/statement-list.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { StatementTrends } from './statement-trends.tsx'

const keys = statements.map(({ key }) => key)

function viewOf(room: Room, key: StatementKey): StatementView {
  const { mine, isRevealed, spread } = room.question(key)
  return { mine, isRevealed, spread: spread?.find(({ nodeId }) => nodeId === null) ?? null }
}

/** Whose votes are still out: seats that are here and have not voted on everything. */
function waitingFor(room: Room): Room['seats'] {
  return room.seats.filter(({ id, isHere }) => isHere && keys.some((key) => !room.question(key).answered.includes(id)))
}

type VoteKeys = { readonly current: StatementKey; readonly move: (by: number) => void; readonly room: Room }

/** Colours and arrows by keys: a colour votes on the current statement, an arrow says where it goes and takes the next one. */
function useVoteKeys({ current, move, room }: VoteKeys): void {
  const { mine, isRevealed } = viewOf(room, current)
  // the keys stay those of votes once a statement is open: what G does here must not depend on what others do meanwhile
  const give = (answer: StatementAnswer) => isRevealed || room.answer(current, answer)
  const colour = (value: number) => give({ colour: value, trend: mine?.trend ?? 0 })
  const trend = (value: number) => {
    if (mine) give({ ...mine, trend: value })
    move(1)
  }
  useAction(checkActions.green, () => colour(2))
  useAction(checkActions.yellow, () => colour(1))
  useAction(checkActions.red, () => colour(0))
  useAction(checkActions.rises, () => trend(1))
  useAction(checkActions.falls, () => trend(-1))
  useAction(checkActions.later, () => move(1))
  useAction(checkActions.earlier, () => move(-1))
  const isLast = current === keys.at(-1)
  useSteps({
    next: () => {
      if (isLast) return false
      move(1)
      return true
    },
    back: () => {
      if (current === keys[0]) return false
      move(-1)
      return true
    },
  })
}

/** Five statements, voted at the same time and under seal; the spread shows once everybody here has voted. */
export function StatementsStep({ ritual, next }: StepProps) {
  const room = useRoom(ritual.id)
  if (!room)
    return (
      <p role="status" className={styles['quiet']}>
        Opening the room …
      </p>
    )
  return <Voting ritual={ritual} room={room} next={next} />
}

function Voting({ ritual, room, next }: { readonly ritual: Ritual; readonly room: Room; readonly next: () => void }) {
  const isLead = useLead(ritual)
  const { past } = useRituals('check', { nodeId: ritual.nodeId })
  const [current, setCurrent] = useState<StatementKey>(keys[0] ?? 's1')
  const move = (by: number) => setCurrent((now) => keys[Math.min(keys.length - 1, Math.max(0, keys.indexOf(now) + by))] ?? now)
  useVoteKeys({ current, move, room })
  const vote = (key: StatementKey, answer: StatementAnswer) => {
    setCurrent(key)
    room.answer(key, answer)
  }
  const views = { s1: viewOf(room, 's1'), s2: viewOf(room, 's2'), s3: viewOf(room, 's3'), s4: viewOf(room, 's4'), s5: viewOf(room, 's5') }
  const sealed = keys.filter((key) => !ritual.revealed.includes(key) && room.question(key).answered.length > 0)
  const waiting = waitingFor(room)
  const mayReveal = ritual.isTogether && sealed.length > 0 && (isLead || waiting.length === 0)
  const reveal = async () => {
    for (const key of sealed) if (!(await room.reveal(key))) return
  }
  useAction(checkActions.reveal, () => void reveal(), { enabled: mayReveal })
  useAction(checkActions.next, next)
  const isOpen = keys.every((key) => views[key].isRevealed)
  return (
    <>
      <p className={styles['lead']}>
        {ritual.isTogether ? 'Everybody votes alone; nobody sees a vote before all are in.' : 'Vote for yourself: your votes stay yours.'}
      </p>
      <StatementList views={views} current={current} vote={vote} />
      {ritual.isTogether && !isOpen && (
        <p role="status" className={styles['quiet']}>
          {waiting.length === 0
            ? 'All votes are in.'
            : `${counted(waiting.length, 'person', 'people')} still vote: ${listed(waiting.map(({ name }) => name || 'a guest'))}.`}
          {room.isPending && ' Your vote is on its way.'}
        </p>
      )}
      {isOpen && past.length > 0 && <StatementTrends past={past} />}
      <footer className={styles['foot']}>
        {ritual.isTogether && !isOpen && (
          <Button tone="primary" disabled={!mayReveal} onClick={() => void reveal()}>
            Show the spread
          </Button>
        )}
        <Button tone={isOpen || !ritual.isTogether ? 'primary' : 'plain'} onClick={next}>
          Go on to one change
        </Button>
      </footer>
    </>
  )
}
