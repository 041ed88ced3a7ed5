'use client'
import { type FormEvent, useState } from 'react'
import { type ReasonKind, reasonKinds } from '../../../../lib/domain/vocabulary.ts'
import { reasonHints, reasonWords } from '../../../components/history/reasons.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { useReason } from '../../../components/why/use-reason.ts'
import styles from './detail.module.css'
import { leaveOnEscape } from './leave.ts'

type Props = { readonly revision: number; readonly onClose: () => void }

/** Why a change was made: from inside or from outside of the organisation, and a few words. */
export function ReasonForm({ revision, onClose }: Props) {
  const { known, set, clear } = useReason(revision)
  const [kind, setKind] = useState<ReasonKind>(known?.kind ?? 'internal')
  const [text, setText] = useState(known?.text ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void set({ kind, text })
    onClose()
  }
  const forget = () => {
    void clear()
    onClose()
  }
  return (
    <form className={styles['form']} aria-label="Why this was changed" onSubmit={submit} onKeyDown={leaveOnEscape(onClose)}>
      <fieldset className={styles['kinds']}>
        <legend>Where does the cause lie?</legend>
        {reasonKinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              value={each}
              checked={kind === each}
              // biome-ignore lint/a11y/noAutofocus: the form is opened by a key or a press for this very field
              autoFocus={kind === each}
              onChange={() => setKind(each)}
            />
            <span>
              <strong>{reasonWords[each]}</strong>
              <small>{reasonHints[each]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label="In a few words"
        maxLength={500}
        placeholder="such as “new law on data from March”"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['buttons']}>
        <Button type="submit" tone="primary" size="small">
          Save the reason
        </Button>
        {known && (
          <Button size="small" onClick={forget}>
            No reason
          </Button>
        )}
        <Button size="small" tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
