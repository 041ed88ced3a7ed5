'use client'
import type { FormEvent } from 'react'
import { readable } from '../../../../lib/client/actions/keys.ts'
import { useKeptLine } from '../../../../lib/client/drafts/use-kept-line.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { readDay } from '../../../../lib/domain/quick-add/due.ts'
import type { PromiseAnswer, PromiseRow } from '../../../../lib/domain/ritual/check/promises.ts'
import type { PromiseWord } from '../../../../lib/domain/ritual/check/words-said.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { needInWords, shortDay } from '../../../components/graph/words.ts'
import { useNeedEnds } from '../../../components/ritual/need-line.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import changeStep from './change-step.module.css'
import check from './check.module.css'
import { placeIn } from './place-in.ts'
import styles from './promise-card.module.css'

const words: Record<PromiseRow['side'], Record<PromiseWord, string>> = {
  supplier: { yes: 'Delivered', late: 'Later', blocked: 'Blocked' },
  consumer: { yes: 'We have it', late: 'Not yet', blocked: 'Stuck without it' },
}

const keys: Record<PromiseWord, string> = { yes: 'y', late: 'l', blocked: 'b' }

type Props = {
  readonly ritualId: string
  readonly row: PromiseRow
  readonly isOurs: boolean
  readonly isAskingDay: boolean
  readonly askDay: (isAsking: boolean) => void
  readonly answer: (said: PromiseAnswer) => void
}

/** One promise: what, with whom, by when, what the other side says, and the three answers. */
export function PromiseCard({ ritualId, row, isOurs, isAskingDay, askDay, answer }: Props) {
  const { today } = useNetwork()
  const { need, facts, supplier, consumer } = useNeedEnds(row.dependencyId)
  if (!need || !facts) return null
  const other = row.side === 'supplier' ? consumer : supplier
  const on = need.promisedOn ?? need.neededOn
  const theirs = row.theirs ? words[row.side === 'supplier' ? 'consumer' : 'supplier'][row.theirs.word].toLowerCase() : null
  return (
    <article className={styles['promise']}>
      <h3>{need.what || 'What was promised'}</h3>
      <p className={check['quiet']}>
        {row.side === 'supplier' ? `to ${other}` : `from ${other}`}
        {on && `, by ${shortDay(on, today)}`} · {needInWords(facts)}
        {theirs && ` · ${other}: “${theirs}”`}
      </p>
      {row.isSeenDifferently && <p className={check['warn']}>You see this differently. A thread on the promise asks both sides what is missing.</p>}
      {isOurs && (
        <div role="group" aria-label={`${need.what || 'What was promised'}: your answer`} className={changeStep['three']}>
          {(['yes', 'late', 'blocked'] as const).map((word) => (
            <Button
              key={word}
              aria-pressed={row.answer === word}
              aria-keyshortcuts={keys[word]}
              title={readable(keys[word])}
              onClick={() => (word === 'late' ? askDay(!isAskingDay) : answer({ ...row, word, on: null, note: '' }))}
            >
              {words[row.side][word]}
            </Button>
          ))}
        </div>
      )}
      {isAskingDay && (
        <DayForm ritualId={ritualId} id={row.dependencyId} from={on ?? today} give={(day, note) => answer({ ...row, word: 'late', on: day, note })} />
      )}
    </article>
  )
}

/** The new day: one of three by a press, or any other in words; with a sentence if one likes. */
type DayProps = {
  readonly ritualId: string
  readonly id: string
  readonly from: string
  readonly give: (day: string, note: string) => void
}

function DayForm({ ritualId, id, from, give }: DayProps) {
  const { today } = useNetwork()
  const context = useQuickAddContext()
  const typed = useKeptLine(placeIn(ritualId, `day.${id}`))
  const sentence = useKeptLine(placeIn(ritualId, `why.${id}`))
  const { text } = typed
  const base = from < today ? today : from
  const day = text.trim() === '' ? null : readDay(text, context)
  const say = (on: string) => {
    typed.clear()
    sentence.clear()
    give(on, sentence.text.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day !== null) say(day)
  }
  return (
    <form className={styles['day']} onSubmit={submit}>
      <div className={changeStep['three']}>
        {[7, 14, 28].map((days) => (
          <Button key={days} onClick={() => say(addDays(base, days))}>
            {shortDay(addDays(base, days), today)}
          </Button>
        ))}
      </div>
      <TextField
        label="Or by when?"
        placeholder="fri, 31 mar, in 3 weeks"
        error={text.trim() !== '' && day === null ? 'Write the day like fri, 31 mar or in 3 weeks.' : null}
        value={text}
        autoFocus
        onChange={(event) => typed.type(event.currentTarget.value)}
      />
      <TextField label="Why (optional)" maxLength={500} value={sentence.text} onChange={(event) => sentence.type(event.currentTarget.value)} />
      {day !== null && (
        <Button type="submit" tone="primary">
          Say {shortDay(day, today)}
        </Button>
      )}
    </form>
  )
}
