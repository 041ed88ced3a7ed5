'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'

/** So many lines of a list stand at first; the rest is one press away. */
const linesAtFirst = 8

/** One part of what would come of it. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A list that begins short. */
export function Lines({ lines }: { readonly lines: readonly { readonly key: string; readonly content: ReactNode }[] }) {
  const [isAll, setAll] = useState(false)
  const rest = lines.length - linesAtFirst
  return (
    <>
      <ul>
        {(isAll ? lines : lines.slice(0, linesAtFirst)).map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
      {rest > 0 && !isAll && (
        <Button size="small" tone="quiet" onClick={() => setAll(true)}>
          Show {rest} more
        </Button>
      )}
    </>
  )
}
