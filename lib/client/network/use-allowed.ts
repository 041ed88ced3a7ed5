'use client'
import { useEffect, useState } from 'react'
import type { CommandCall } from '../../domain/command/call.ts'
import { useNetwork } from './provider.tsx'

/** Which of several edits would not be refused for who uses this browser: tried on a copy. None until that is known. */
export function useAllowed(edits: readonly (readonly CommandCall[])[]): ReadonlySet<number> {
  const { snapshot, who } = useNetwork()
  const [allowed, setAllowed] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      // loaded when first needed, as the commands themselves are
      const { allowedEdits } = await import('../../domain/command/allowed.ts')
      const found = allowedEdits(snapshot, edits, { actor: 'browser', who, now: new Date().toISOString() })
      if (isWanted) setAllowed(found)
    }
    void look()
    return () => {
      isWanted = false
    }
  }, [snapshot, who, edits])
  return allowed
}
