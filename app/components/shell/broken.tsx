'use client'
import Link from 'next/link'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export type BrokenProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

/** What stands in the place of something that could not be drawn: what became of the work, what can be done, and the number to tell. */
export function Broken({ what, error, reset }: BrokenProps & { readonly what: 'page' | 'view' }) {
  const isMissing = error.name === 'ChunkLoadError'
  return (
    <EmptyState
      title={isMissing ? `A part of this ${what} could not be fetched` : `This ${what} broke`}
      action={
        <>
          <Button tone="primary" onClick={isMissing ? () => window.location.reload() : reset}>
            Try again
          </Button>
          <Link href="/?all">All networks</Link>
        </>
      }
    >
      {isMissing
        ? 'The server does not answer, or has a newer version. What you changed is kept in this browser and sent when it is back.'
        : 'Nothing that you saved is lost.'}
      {error.digest ? ` If it happens again, tell whoever runs this server the number ${error.digest}.` : ''}
    </EmptyState>
  )
}
