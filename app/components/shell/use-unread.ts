'use client'
import { useEffect, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { request } from '../../../lib/client/request.ts'
import type { notifications } from '../../../lib/contract/notifications.ts'

const settleMs = 300

/** How many notifications are not read, asked for again whenever something happened in the network. */
export function useUnread(): readonly [number, (unread: number) => void] {
  const { me, networkId, snapshot } = useNetwork()
  const [unread, setUnread] = useState(me.unread)
  useEffect(() => setUnread(me.unread), [me.unread])
  const { revision } = snapshot
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the news that there may be more
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const asked = request<typeof notifications.unread>(
        { method: 'GET', path: '/networks/{network}/notifications/unread' },
        { params: { network: networkId }, signal: stop.signal },
      )
      asked.then(
        (answer) => setUnread(answer.unread),
        () => undefined,
      )
    }, settleMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [networkId, revision])
  return [unread, setUnread]
}
