'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useWho } from '../../../lib/client/who.ts'
import { type InboxItem, inboxOf } from '../../../lib/domain/promise/inbox.ts'

/** What waits for the person at this browser, in every cycle; counted anew whenever the network or the day changes. */
export function useInbox(): readonly InboxItem[] {
  const { snapshot, assessment, today } = useNetwork()
  const who = useWho()
  // biome-ignore lint/correctness/useExhaustiveDependencies: ages change with the day
  return useMemo(() => inboxOf(snapshot, assessment, who, new Date().toISOString()), [snapshot, assessment, who, today])
}
