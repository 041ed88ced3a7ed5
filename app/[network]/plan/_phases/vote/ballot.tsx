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

/** The own vote: six numbers, one key each. It can be changed until the votes are shown. */
export function Ballot({ place, mine, vote }: Props) {
  const choose = (value: number) => vote(mine?.why ? { value, why: mine.why } : { value })
  useActions(voteActions, (id) => choose(Number(id.slice('vote.'.length))))
  return (
    <section className={styles['ballot']} aria-label="Your vote">
      <fieldset className={styles['fingers']} aria-label="How sure are you that this plan holds?">
        {confidenceWords.map((word, value) => (
          <button key={word} type="button" aria-pressed={mine?.value === value} onClick={() => choose(value)}>
            <b>{value}</b>
            <span>{word}</span>
          </button>
        ))}
      </fieldset>
      {mine && <Why place={place} mine={mine} vote={vote} />}
    </section>
  )
}

function Why({ place, mine, vote }: Props & { readonly mine: ConfidenceAnswer }) {
  const { text: typed, type, sent } = useKeptLine(place, mine.why ?? '')
  const isKept = typed.trim() === (mine.why ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const why = typed.trim()
    sent()
    vote(why === '' ? { value: mine.value } : { value: mine.value, why })
  }
  return (
    <form className={styles['why']} onSubmit={keep}>
      <label htmlFor="vote-why">
        {mine.value < 3 ? 'What would make it a 3?' : 'What could still go wrong?'} Without your name, once votes are shown.
      </label>
      <div>
        <input id="vote-why" value={typed} maxLength={400} autoComplete="off" onChange={(event) => type(event.currentTarget.value)} />
        <Button type="submit" size="small" disabled={isKept}>
          {isKept && typed !== '' ? 'Kept' : 'Keep'}
        </Button>
      </div>
    </form>
  )
}
