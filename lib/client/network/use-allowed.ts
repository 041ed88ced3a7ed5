'use client'
import { useEffect, useState } from 'react'
import type { CommandCall } from '../../domain/command/call.ts'
import { DomainError } from '../../domain/error.ts'
import { fork } from '../../domain/snapshot.ts'
import { useNetwork } from './provider.tsx'
import { loadRunner } from './shown.ts'

const notTheirs: ReadonlySet<string> = new Set(['FORBIDDEN', 'PROMISE_NOT_YOUR_MOVE'])

/** Which of several edits would not be refused for who uses this browser: tried on a copy. None until that is known. */
export function useAllowed(edits: readonly (readonly CommandCall[])[]): ReadonlySet<number> {
  const { snapshot, who } = useNetwork()
  const [allowed, setAllowed] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const { runCommands } = await loadRunner()
      const now = new Date().toISOString()
      const isAllowed = (calls: readonly CommandCall[]) => {
        try {
          runCommands(fork(snapshot), calls, { actor: 'browser', who, now })
          return true
        } catch (error) {
          return !(error instanceof DomainError && notTheirs.has(error.code))
        }
      }
      const found = new Set(edits.flatMap((calls, at) => (isAllowed(calls) ? [at] : [])))
      if (isWanted) setAllowed(found)
    }
    void look()
    return () => {
      isWanted = false
    }
  }, [snapshot, who, edits])
  return allowed
}
