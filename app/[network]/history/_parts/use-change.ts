'use client'
import { useEffect, useState } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { readChange } from '../../../components/history/read.ts'
import type { Difference, HistoryEntry } from '../../../components/history/types.ts'

export type OpenChange = { readonly entry: HistoryEntry; readonly differences: readonly Difference[] }

type State = { readonly revision: number; readonly change: OpenChange | null; readonly failure: string | null }

/** Change sets never change: what was read once is kept while the page stands. */
const read = new Map<string, OpenChange>()
const mostKept = 200

function keep(key: string, change: OpenChange): void {
  if (read.size >= mostKept) read.delete(read.keys().next().value ?? '')
  read.set(key, change)
}

/** Somebody who runs down the list reads only where it stops. */
const restMs = 120

/** One change set with its differences, read when it is opened. */
export function useChange(revision: number): { readonly change: OpenChange | null; readonly failure: string | null } {
  const { slug } = useNetwork()
  const key = `${slug} ${revision}`
  const [state, setState] = useState<State | null>(null)
  const known = read.get(key)
  useEffect(() => {
    if (known) return
    let isOver = false
    const timer = setTimeout(() => {
      readChange(slug, revision).then(
        (change) => {
          keep(key, change)
          if (!isOver) setState({ revision, change, failure: null })
        },
        (error: unknown) => !isOver && setState({ revision, change: null, failure: messageOf(error) }),
      )
    }, restMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [known, slug, revision, key])
  if (known) return { change: known, failure: null }
  return state?.revision === revision ? state : { change: null, failure: null }
}
