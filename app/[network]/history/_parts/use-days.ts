'use client'
import { useEffect, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { readDays } from '../../../components/history/read.ts'
import type { Day } from '../../../components/history/types.ts'
import { usePacedRevision } from '../../../components/history/use-paced-revision.ts'

type Days = { readonly days: readonly Day[]; readonly last: string | null }

const none: Days = { days: [], last: null }

/** How much changed on each day, and the instant of the last change; kept fresh. Empty until the server has answered. */
export function useDays(): Days {
  const { slug } = useNetwork()
  const [days, setDays] = useState(none)
  const revision = usePacedRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision reads again
  useEffect(() => {
    let isOver = false
    readDays(slug).then(
      (answer) => !isOver && setDays(answer),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [slug, revision])
  return days
}
