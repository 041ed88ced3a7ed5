'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { remember, rememberedList } from '../../../lib/client/remembered.ts'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './guide.module.css'

const place = 'weft.checklist.seen'

/** The views that were opened since the checklist began, on this computer. */
function useSeenViews(): readonly string[] {
  const view = usePathname().split('/').at(-1) ?? ''
  const [seen, setSeen] = useState<readonly string[]>([view])
  useEffect(() => {
    const next = [...new Set([...rememberedList(place), view])]
    remember(place, JSON.stringify(next))
    setSeen(next)
  }, [view])
  return seen
}

/** What is worth trying next; it goes for good when it is closed. */
export function Checklist({ onClose }: { readonly onClose: () => void }) {
  const { snapshot, slug } = useNetwork()
  const seen = useSeenViews()
  const search = useSearchParams()
  const query = search.size > 0 ? `?${search}` : ''
  const needs = [...snapshot.tables.dependency.values()]
  const items = [
    { text: 'Read your need in the chain', href: `/${slug}/chain${query}`, isDone: seen.includes('chain') },
    { text: 'Answer an ask', href: `/${slug}/plan?guide=done`, isDone: needs.some(({ state }) => !['draft', 'requested'].includes(state)) },
    { text: 'Make a check-in (C in the outline)', href: `/${slug}/outline?guide=done`, isDone: snapshot.tables.checkIn.size > 0 },
    { text: 'See your line to the core', href: `/${slug}/check?guide=done`, isDone: seen.includes('check') },
    { text: 'Open the walk', href: `/${slug}/walk?guide=done`, isDone: seen.includes('walk') },
  ]
  return (
    <section className={classNames(styles['card'], styles['checklist'])} aria-label="What to try next">
      <header className={styles['head']}>
        <h2>What to try next</h2>
        <IconButton size="small" label="Hide this list" onClick={onClose}>
          <Icon name="close" size={14} />
        </IconButton>
      </header>
      <ul>
        {items.map(({ text, href, isDone }) => (
          <li key={text} className={styles['item']}>
            <span className={classNames(styles['box'], isDone && styles['ticked'])} aria-hidden="true">
              {isDone && <Icon name="check" size={12} />}
            </span>
            {isDone ? (
              <span>
                <span className="visually-hidden">Done: </span>
                {text}
              </span>
            ) : (
              <Link href={href}>{text}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
