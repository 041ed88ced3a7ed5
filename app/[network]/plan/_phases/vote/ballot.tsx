'use client'
import type { FormEvent } from 'react'
import { useKeptLine } from '../../../../../lib/client/drafts/use-kept-line.ts'
import type { FieldPlace } from '../../../../../lib/client/presence/state.ts'
import type { ConfidenceAnswer } from '../../../../../lib/domain/ritual/sealed.ts'
import { useActions } from '../../../../components/graph/use-actions.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { confidenceWords, voteActions } from './actions.ts'
import styles from './ballot.module.css'

type Props = { readonly place: FieldPlace; readonly mine: ConfidenceAnswer | null; readonly vote: (vote: ConfidenceAnswer) => void }

function withWhy(value: number, typed: string): ConfidenceAnswer {
  const why = typed.trim()
  return why === '' ? { value } : { value, why }
}

/** The own vote: six numbers, one key each, and a reason. It can be changed until the votes are shown. */
export function Ballot({ place, mine, vote }: Props) {
  const line = useKeptLine(place, mine?.why ?? '')
  const cast = (value: number) => {
    line.sent()
    vote(withWhy(value, line.text))
  }
  useActions(voteActions, (id) => cast(Number(id.slice('vote.'.length))))
  return (
    <section className={styles['ballot']} aria-label="Your vote">
      <fieldset className={styles['fingers']} aria-label="How sure are you that this plan holds?">
        {confidenceWords.map((word, value) => (
          <button key={word} type="button" aria-pressed={mine?.value === value} onClick={() => cast(value)}>
            <b>{value}</b>
            <span>{word}</span>
          </button>
        ))}
      </fieldset>
      <Why mine={mine} text={line.text} type={line.type} keep={cast} />
    </section>
  )
}

type WhyProps = Pick<Props, 'mine'> & { readonly text: string; readonly type: (next: string) => void; readonly keep: (value: number) => void }

/** It can be written before the number, and goes with it: who votes last has no time for it afterwards. */
function Why({ mine, text, type, keep }: WhyProps) {
  const isKept = text.trim() === (mine?.why ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mine) keep(mine.value)
  }
  return (
    <form className={styles['why']} onSubmit={submit}>
      <label htmlFor="vote-why">
        {mine && mine.value < 3 ? 'What would make it a 3?' : 'What could still go wrong?'} Without your name, once votes are shown.
      </label>
      <div>
        <input id="vote-why" value={text} maxLength={400} autoComplete="off" onChange={(event) => type(event.currentTarget.value)} />
        {mine ? (
          <Button type="submit" size="small" disabled={isKept}>
            {isKept && text !== '' ? 'Kept' : 'Keep'}
          </Button>
        ) : (
          text.trim() !== '' && <span>It goes with your number.</span>
        )}
      </div>
    </form>
  )
}
