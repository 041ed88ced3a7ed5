'use client'
import type { ReactNode } from 'react'
import { dayWords, momentWords } from '../../../lib/client/moment.ts'
import { messageOf } from '../../../lib/client/mutate.ts'
import { useTime } from '../../../lib/client/network/provider.tsx'
import shell from '../shell/shell.module.css'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTimeMoves } from './use-time-travel.ts'

/** What a view shows of a moment: the moment itself, that it is on its way, or why it cannot be shown. */
export function TimeGate({ children }: { readonly children: ReactNode }) {
  const { step, asked, isFirst, firstDay, error, retry } = useTime()
  const { go, backToNow } = useTimeMoves()
  const back = <Button onClick={backToNow}>Back to now</Button>
  if (step === 'before' && firstDay)
    return (
      <EmptyState
        title={`This network began on ${dayWords(firstDay)}`}
        action={
          <>
            <Button tone="primary" onClick={() => go({ kind: 'day', day: firstDay })}>
              See its first day
            </Button>{' '}
            {back}
          </>
        }
      >
        There is nothing to see on {asked ? momentWords(asked) : 'that day'}.
      </EmptyState>
    )
  if (step === 'failed')
    return (
      <EmptyState
        title={`${asked ? `The network of ${momentWords(asked)}` : 'The moment before'} could not be opened`}
        action={
          <>
            <Button tone="primary" onClick={retry}>
              Try again
            </Button>{' '}
            {back}
          </>
        }
      >
        {error && messageOf(error)}
      </EmptyState>
    )
  if (step === 'loading' && isFirst)
    return (
      <p role="status" className={shell['waiting']}>
        Opening {asked ? momentWords(asked) : 'the moment to compare with'} …
      </p>
    )
  return children
}
