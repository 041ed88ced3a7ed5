'use client'
import { type FormEvent, useState } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import type { Proposal } from '../../../../lib/domain/entity.ts'
import { decideCall } from '../../../components/review/plan-calls.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import styles from './screen.module.css'

type Props = { readonly proposal: Proposal; readonly answer: 'accept' | 'decline'; readonly onClose: () => void }

const words = {
  accept: { act: 'Accept, and do it', done: 'Accepted and done', hint: 'What was said, if anything' },
  decline: { act: 'Decline', done: 'Declined', hint: 'Why not' },
} as const

/** The last word on a proposal: a sentence if one likes, Enter decides, Esc goes back. */
export function DecideForm({ proposal, answer, onClose }: Props) {
  const mutate = useMutate()
  // its plan may be changed while somebody writes why: what they have seen is what they accept
  const [seen] = useState(proposal)
  const [decision, setDecision] = useState('')
  const { act, done, hint } = words[answer]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    void mutate([decideCall(seen, answer === 'accept', decision)], { toast: `${done}: ${proposal.title}` })
  }
  return (
    <form
      className={styles['decide']}
      aria-label={`${act}: ${proposal.title}`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField label={hint} value={decision} autoFocus maxLength={2_000} onChange={(event) => setDecision(event.currentTarget.value)} />
      <div className={styles['buttons']}>
        <Button type="submit" size="small" tone={answer === 'accept' ? 'primary' : 'danger'}>
          {act} <KeyHint keys="Enter" />
        </Button>
        <Button size="small" tone="quiet" onClick={onClose}>
          Back
        </Button>
      </div>
    </form>
  )
}
