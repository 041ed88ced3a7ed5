'use client'
import { useState } from 'react'
import type { GuestRoomBody } from '../../../../lib/contract/guest.ts'
import { type StatementKey, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import type { StatementAnswer, ValueAnswer } from '../../../../lib/domain/ritual/sealed.ts'
import { counted } from '../../../components/graph/words.ts'
import { StatementList, type StatementView } from '../../../components/statements/statement-list.tsx'
import { ValueQuestion } from '../../../components/statements/value-question.tsx'
import styles from './guest.module.css'

type Props = {
  readonly room: GuestRoomBody
  readonly waiting: ReadonlyMap<string, unknown>
  readonly answer: (question: string, body: unknown) => void
}

/** Guaranteed by the server and by this page: an answer to a statement has passed its schema, or comes from the buttons of the list. */
function castVote(mine: unknown): StatementAnswer | null {
  return (mine ?? null) as StatementAnswer | null
}

/** Guaranteed in the same way for the question of value. */
function castValue(mine: unknown): ValueAnswer | null {
  return (mine ?? null) as ValueAnswer | null
}

function seen({ room, waiting }: Pick<Props, 'room' | 'waiting'>, key: string) {
  const told = room.questions.find(({ question }) => question === key)
  return {
    mine: waiting.get(key) ?? told?.mine ?? null,
    isRevealed: told?.isRevealed ?? false,
    spread: told?.spread?.find(({ nodeId }) => nodeId === null) ?? null,
    open: told?.open ?? [],
    answered: told?.answered ?? 0,
  }
}

/** The five statements and the question of value, as a guest answers them. */
export function GuestVotes({ room, waiting, answer }: Props) {
  const [current, setCurrent] = useState<StatementKey | null>(null)
  const about = { room, waiting }
  const viewOf = (key: StatementKey): StatementView => {
    const { mine, isRevealed, spread } = seen(about, key)
    return { mine: castVote(mine), isRevealed, spread }
  }
  const views = { s1: viewOf('s1'), s2: viewOf('s2'), s3: viewOf('s3'), s4: viewOf('s4'), s5: viewOf('s5') }
  const left = statements.filter(({ key }) => views[key].mine === null && !views[key].isRevealed).length
  const isOpen = statements.every(({ key }) => views[key].isRevealed)
  const isShown = statements.some(({ key }) => views[key].spread !== null)
  const value = seen(about, 'value')
  const mine = castValue(value.mine)
  const others = value.open.flatMap(({ body }) => castValue(body) ?? []).filter(({ text }) => text !== mine?.text)
  const vote = (key: StatementKey, body: StatementAnswer) => {
    setCurrent(key)
    answer(key, body)
  }
  return (
    <>
      <StatementList views={views} current={current} vote={vote} />
      <p role="status" className={styles['status']}>
        {statusOf({ isOpen, isShown, left, isOnItsWay: waiting.size > 0, here: room.here })}
      </p>
      <ValueQuestion mine={mine} others={others} answered={value.answered} answer={(body) => answer('value', body)} />
    </>
  )
}

type Status = { readonly isOpen: boolean; readonly isShown: boolean; readonly left: number; readonly isOnItsWay: boolean; readonly here: number }

function statusOf({ isOpen, isShown, left, isOnItsWay, here }: Status): string {
  if (isOpen && !isShown) return 'The votes are open to the people of the node. Talk about them together.'
  if (isOpen) return 'This is how the votes are spread. Talk about where you are apart.'
  if (isOnItsWay) return 'Your vote is on its way.'
  if (left > 0) return `${counted(left, 'statement')} left.`
  return `Your votes are in. ${counted(here, 'person', 'people')} are here; the spread shows once it is opened.`.replace(
    '1 person are',
    '1 person is',
  )
}
