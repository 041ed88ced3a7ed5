'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { dayAndTime } from '../../../lib/client/instant-words.ts'
import { messageOf } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { request } from '../../../lib/client/request.ts'
import type { notifications } from '../../../lib/contract/notifications.ts'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { walkList } from '../ui/walk-list.ts'
import styles from './bell.module.css'

type Page = z.output<(typeof notifications.list)['answer']>
type Item = Page['items'][number]

const path = '/networks/{network}/notifications'

type Props = { readonly onUnread: (unread: number) => void; readonly onClose: () => void }

/** What happened that concerns this person, newest first; each leads to its record and is read by that. */
export function BellList({ onUnread, onClose }: Props) {
  const { networkId, slug, snapshot } = useNetwork()
  const router = useRouter()
  const [items, setItems] = useState<readonly Item[] | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const params = { network: networkId }
  /** which question was the last: what an earlier one brings late is old news */
  const asked = useRef(0)
  const load = async (before: string | null) => {
    asked.current += 1
    const turn = asked.current
    try {
      const page = await request<typeof notifications.list>({ method: 'GET', path }, { params, query: before === null ? {} : { before } })
      if (turn !== asked.current) return
      setFault(null)
      setItems((shown) => (before === null ? page.items : [...(shown ?? []), ...page.items]))
      setCursor(page.nextCursor)
      onUnread(page.unread)
    } catch (error) {
      if (turn === asked.current) setFault(messageOf(error))
    }
  }
  const { revision } = snapshot
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open is read again when something happened
  useEffect(() => void load(null), [networkId, revision])

  const markRead = (isIt: (item: Item) => boolean) =>
    setItems((shown) => shown?.map((item) => (isIt(item) ? { ...item, isRead: true } : item)) ?? null)
  const readAll = async () => {
    markRead(() => true)
    onUnread((await request<typeof notifications.readAll>({ method: 'POST', path: `${path}/read` }, { params })).unread)
  }
  const open = (item: Item) => {
    markRead(({ id }) => id === item.id)
    const told = request<typeof notifications.read>({ method: 'POST', path: `${path}/{id}/read` }, { params: { ...params, id: item.id } })
    told.then(
      ({ unread }) => onUnread(unread),
      () => undefined,
    )
    if (item.path === null) return
    onClose()
    router.push(`/${slug}${item.path.startsWith('/') ? '' : '/'}${item.path}`)
  }
  if (items === null) return fault === null ? <p role="status">Reading …</p> : <p role="alert">{fault}</p>
  if (items.length === 0)
    return (
      <p className={styles['none']}>Nothing yet. You are told here when somebody asks you, answers you, mentions you or moves a promise of yours.</p>
    )
  return (
    <div className={styles['list']}>
      {fault !== null && <p role="alert">{fault}</p>}
      {items.some(({ isRead }) => !isRead) && (
        <Button size="small" onClick={() => void readAll().catch((error: unknown) => setFault(messageOf(error)))}>
          Mark all as read
        </Button>
      )}
      <ul onKeyDown={walkList}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" data-unread={!item.isRead || undefined} onClick={() => open(item)}>
              <span>
                {!item.isRead && <span className="visually-hidden">Not read: </span>}
                {item.sentence}
              </span>
              <time dateTime={item.at}>{dayAndTime(item.at, networkOf(snapshot).timeZone)}</time>
            </button>
          </li>
        ))}
      </ul>
      {cursor !== null && (
        <Button size="small" onClick={() => void load(cursor)}>
          Show older ones
        </Button>
      )}
    </div>
  )
}
