'use client'
import { type FormEvent, useState } from 'react'
import { ReasonField } from '../../../components/promise/reason-field.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './answer.module.css'
import type { AnswerView } from './use-answer.ts'

type Props = { readonly view: AnswerView; readonly onGive: (body: { reason?: string; answerBy?: string }) => void }

/** What has to be said with an answer: a reason or a day. What needs nothing is on its way already. */
export function AnswerForm({ view, onGive }: Props) {
  const [reason, setReason] = useState('')
  const [day, setDay] = useState('')
  const [isTried, setTried] = useState(false)
  const needs = (part: AnswerView['needs'][number]) => view.needs.includes(part)
  if (view.needs.length === 0)
    return (
      <>
        <h1>{view.label}</h1>
        <p role="status">{view.sentence}</p>
      </>
    )
  if (needs('terms') || needs('keyResult'))
    return (
      <>
        <h1>{view.label}</h1>
        <p>{view.sentence} That takes a little more than a click: sign in, and it waits for you in your inbox.</p>
      </>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if ((needs('reason') && reason.trim() === '') || (needs('day') && day === '')) return
    onGive({ ...(needs('reason') ? { reason: reason.trim() } : {}), ...(needs('day') ? { answerBy: day } : {}) })
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h1>{view.label}</h1>
      <p>{view.sentence}</p>
      {needs('day') && (
        <TextField
          label="You answer by"
          type="date"
          value={day}
          error={isTried && day === '' ? 'Give the day by which you will answer.' : null}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
      {needs('reason') && <ReasonField isNeeded isWrong={isTried && reason.trim() === ''} value={reason} onChange={setReason} />}
      <Button type="submit" tone="primary">
        {view.label}
      </Button>
    </form>
  )
}
