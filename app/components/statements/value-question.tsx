'use client'
import { type FormEvent, useState } from 'react'
import { type ValueMark, valueHint, valueMarks, wordsOfMark } from '../../../lib/domain/ritual/check/value-words.ts'
import type { ValueAnswer } from '../../../lib/domain/ritual/sealed.ts'
import { counted } from '../graph/words.ts'
import { Button } from '../ui/button.tsx'
import styles from './value.module.css'

type Props = {
  readonly mine: ValueAnswer | null
  /** what others answered, while one has answered oneself; null where it stays with the people of the node */
  readonly others: readonly Partial<ValueAnswer>[] | null
  /** how many have answered, oneself among them */
  readonly answered: number
  readonly answer: (body: ValueAnswer) => void
}

/** “How do you generate value?”: others’ answers show once one has given an own one. */
export function ValueQuestion({ mine, others, answered, answer }: Props) {
  return (
    <details className={styles['value']}>
      <summary>
        How do you generate value? <small>{answered === 0 ? 'one sentence, blind' : `${counted(answered, 'answer')} so far`}</small>
      </summary>
      <ValueForm mine={mine} answer={answer} />
      {mine && <OtherAnswers answers={others} />}
    </details>
  )
}

/** The own answer, with what the helper thinks of it; the person says what counts. */
function ValueForm({ mine, answer }: Pick<Props, 'mine' | 'answer'>) {
  const [text, setText] = useState(mine?.text ?? '')
  const [chosen, setChosen] = useState<ValueMark | null>(mine?.mark ?? null)
  const hint = valueHint(text)
  const mark = chosen ?? hint.mark
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') answer({ text: text.trim(), mark })
  }
  return (
    <form className={styles['valueForm']} onSubmit={submit}>
      <label>
        <span>In your own words, before you see those of others</span>
        <textarea rows={2} maxLength={2_000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      {text.trim() !== '' && (
        <fieldset className={styles['choice']}>
          <legend>
            This speaks of {hint.because.length > 0 && <small>(the helper saw: {hint.because.map(({ word }) => `“${word}”`).join(', ')})</small>}
          </legend>
          {valueMarks.map((each) => (
            <label key={each} data-chosen={mark === each || undefined}>
              <input type="radio" name="value-mark" className="visually-hidden" checked={mark === each} onChange={() => setChosen(each)} />
              {wordsOfMark(each)}
            </label>
          ))}
        </fieldset>
      )}
      <Button type="submit">{mine ? 'Answer anew' : 'Answer'}</Button>
    </form>
  )
}

/** What others answered: marked, and in nobody’s name. */
function OtherAnswers({ answers }: { readonly answers: Props['others'] }) {
  if (answers === null) return <p className={styles['nobody']}>What the others answered is read by the people of the node.</p>
  if (answers.length === 0) return <p className={styles['nobody']}>Nobody else has answered yet.</p>
  return (
    <ul className={styles['answers']}>
      {answers.map(({ text, mark }, at) => (
        <li key={at}>
          {text} {mark && <small data-mark={mark}>{wordsOfMark(mark)}</small>}
        </li>
      ))}
    </ul>
  )
}
