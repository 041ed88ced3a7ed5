'use client'
import Link from 'next/link'
import { Brand } from '../../../components/account/account-page.tsx'
import { Button } from '../../../components/ui/button.tsx'
import styles from './answer.module.css'
import { AnswerForm } from './answer-form.tsx'
import { Given } from './given.tsx'
import { PromiseFacts } from './promise-facts.tsx'
import { useAnswer } from './use-answer.ts'

/** One answer to one promise, from a mail: it says what happens, does it, and can be taken back. */
export function AnswerScreen({ token }: { readonly token: string }) {
  const { state, ask, give, undo } = useAnswer(token)
  return (
    <main className={styles['page']}>
      <Brand />
      <div className={styles['card']}>
        {state.step === 'reading' && (
          <>
            <h1>Your answer</h1>
            <p role="status">Reading what was asked …</p>
            <noscript>
              <p>This page answers only where scripts run, so that no mail program answers for you. Sign in to answer instead.</p>
            </noscript>
          </>
        )}
        {state.step === 'failed' && (
          <>
            <h1>This link does not answer anything any more</h1>
            <p role="alert">{state.message}</p>
            <p>
              <Link href="/sign-in">Sign in</Link>
            </p>
          </>
        )}
        {'view' in state && (
          <>
            {(state.step === 'asking' || state.step === 'giving') && (
              <AnswerForm
                view={state.view}
                isGiving={state.step === 'giving'}
                fault={state.step === 'asking' ? state.fault : null}
                onGive={(body) => void give(state.view, body)}
              />
            )}
            {state.step === 'given' && <Given view={state.view} atMs={state.atMs} undo={() => void undo()} />}
            {state.step === 'undone' && (
              <>
                <h1>Taken back</h1>
                <p role="status">Nothing has been answered. The ask is open again.</p>
                {state.view.state === 'open' && (
                  <Button tone="primary" onClick={() => (state.view.needs.length > 0 ? ask(state.view) : void give(state.view, {}))}>
                    {state.view.label} after all
                  </Button>
                )}
              </>
            )}
            <PromiseFacts view={state.view} />
            <SignIn />
          </>
        )}
      </div>
    </main>
  )
}

function SignIn() {
  return (
    <p className={styles['more']}>
      <Link href="/sign-in">Sign in</Link> to see everything that waits for you.
    </p>
  )
}
