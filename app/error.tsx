'use client'
import Link from 'next/link'
import { Button } from './components/ui/button.tsx'
import { EmptyState } from './components/ui/empty-state.tsx'

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

export default function PageError({ error, reset }: Props) {
  const isMissing = error.name === 'ChunkLoadError'
  return (
    <main>
      <EmptyState
        title={isMissing ? 'A part of this page could not be fetched' : 'This page broke'}
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
    </main>
  )
}
