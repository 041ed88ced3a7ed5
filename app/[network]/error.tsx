'use client'
import Link from 'next/link'
import { Button } from '../components/ui/button.tsx'
import { EmptyState } from '../components/ui/empty-state.tsx'

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

export default function ViewError({ error, reset }: Props) {
  return (
    <div>
      <EmptyState
        title="This view broke"
        action={
          <>
            <Button tone="primary" onClick={reset}>
              Try again
            </Button>
            <Link href="/?all">All networks</Link>
          </>
        }
      >
        Nothing that you saved is lost.{error.digest ? ` If it happens again, tell whoever runs this server the number ${error.digest}.` : ''}
      </EmptyState>
    </div>
  )
}
