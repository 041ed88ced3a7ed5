import { useCallback, useEffect, useState } from 'react'
import type { Days } from './days.ts'
import { readDays } from './past-server.ts'

export type KnownDays = { readonly days: Days | null; readonly error: Error | null; readonly retry: () => void }

type Result = { readonly key: string; readonly of: Days | Error }

/** The days on which a network changed: read when they are first wanted, and again when a day is over. */
export function useDays(slug: string, today: string, isWanted: boolean): KnownDays {
  const [result, setResult] = useState<Result | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = `${slug} ${today} ${attempt}`
  const isKnown = result?.key === key
  useEffect(() => {
    if (!isWanted || isKnown) return
    let isCurrent = true
    const finish = (of: Days | Error) => {
      if (isCurrent) setResult({ key, of })
    }
    readDays(slug).then(finish, (thrown: unknown) => finish(thrown instanceof Error ? thrown : new Error(String(thrown))))
    return () => {
      isCurrent = false
    }
  }, [slug, key, isWanted, isKnown])
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const of = result?.of ?? null
  return { days: of instanceof Error ? null : of, error: isKnown && of instanceof Error ? of : null, retry }
}
