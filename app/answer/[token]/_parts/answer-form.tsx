'use client'
import { type FormEvent, useState } from 'react'
import { ReasonField } from '../../../components/promise/reason-field.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './answer.module.css'
import { emptyAnswer, givenBy } from './given-terms.ts'
import { TermsFields } from './terms-fields.tsx'
import type { AnswerView, GivenAnswer } from './use-answer.ts'

type Props = {
  readonly view: AnswerView
  /** why it was not taken, where it can be put right; null before the first try */
  readonly fault: string | null
  /** whether it is on its way: what was typed stays, should it not arrive */
  readonly isGiving: boolean
  readonly onGive: (body: GivenAnswer) => void
}

function Fault({ fault }: Pick<Props, 'fault'>) {
  return (
    fault !== null && (
      <p role="alert" className={styles['fault']}>
        {fault}
      </p>
    )
  )
}

/** What has to be said with an answer: a reason, a day or other terms. What needs nothing is on its way already, unless it was not taken. */
export function AnswerForm({ view, fault, isGiving, onGive }: Props) {
  if (view.needs.includes('keyResult'))
    return (
      <>
        <h1>{view.label}</h1>
        <p>{view.sentence} That takes a little more than a click: sign in, and it waits for you in your inbox.</p>
      </>
    )
  if (view.needs.length > 0) return <NeedsWords view={view} fault={fault} isGiving={isGiving} onGive={onGive} />
  return (
    <>
      <h1>
        {view.label}
        {isGiving && ' …'}
      </h1>
      <p role="status">{view.sentence}</p>
      <Fault fault={fault} />
      {fault !== null && (
        <Button tone="primary" onClick={() => onGive({})}>
          Try again
        </Button>
      )}
    </>
  )
}

function NeedsWords({ view, fault, isGiving, onGive }: Props) {
  const [draft, setDraft] = useState(() => emptyAnswer(view))
  const [isTried, setTried] = useState(false)
  const needs = (part: AnswerView['needs'][number]) => view.needs.includes(part)
  const { body, missing } = givenBy(draft, view)
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missing).length === 0) onGive(body)
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h1>{view.label}</h1>
      <p>{view.sentence}</p>
      {needs('terms') && <TermsFields view={view} draft={draft} error={isTried ? (missing.terms ?? null) : null} onChange={change} />}
      {needs('day') && (
        <TextField
          label="You answer by"
          type="date"
          value={draft.day}
          error={isTried ? (missing.day ?? null) : null}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      )}
      <ReasonField
        isNeeded={needs('reason')}
        isWrong={isTried && missing.reason !== undefined}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <Fault fault={fault} />
      <Button type="submit" tone="primary" disabled={isGiving}>
        {view.label}
      </Button>
    </form>
  )
}
