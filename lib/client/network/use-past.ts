'use client'
import { useEffect, useState } from 'react'
import type { OpenPast } from './past.ts'
import { readPast } from './past-server.ts'
import { useNetwork } from './provider.tsx'

export type PastRead = { readonly step: 'loading' | 'failed' } | { readonly step: 'open'; readonly past: OpenPast }

/** The network as it was after a revision; what is there already is not asked for again. Without a revision nothing is asked for. */
export function usePast(revision: number | null): PastRead {
  const { slug } = useNetwork()
  const [read, setRead] = useState<{ readonly revision: number; readonly result: PastRead } | null>(null)
  useEffect(() => {
    if (revision === null) return
    const stopping = new AbortController()
    const settle = (result: PastRead) => {
      if (!stopping.signal.aborted) setRead({ revision, result })
    }
    readPast(slug, revision, stopping.signal).then(
      (past) => settle({ step: 'open', past }),
      () => settle({ step: 'failed' }),
    )
    return () => stopping.abort()
  }, [slug, revision])
  return read?.revision === revision ? read.result : { step: 'loading' }
}
