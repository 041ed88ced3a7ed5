'use client'
import { useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { aboutOf } from '../../../../lib/domain/ritual/output/minutes-entries.ts'
import { subjectName } from '../../../../lib/domain/ritual/output/subject.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './card.module.css'

const signs: Partial<Record<RitualItem['kind'], string>> = { decision: 'Decision', action: 'Action', note: 'Note', parked: 'Parked' }

/** Who does it and by when; outlined where one of them is missing. */
export function OwnerAndDay({ item: { kind, ownerId, dueOn } }: { readonly item: RitualItem }) {
  const { snapshot, today } = useNetwork()
  if (kind !== 'action' && ownerId === null && dueOn === null) return null
  const name = find(snapshot, 'person', ownerId)?.name
  return (
    <span className={styles['who']}>
      <span data-missing={kind === 'action' && !name ? true : undefined}>{name ?? (kind === 'action' ? 'who?' : '')}</span>
      <span data-missing={kind === 'action' && !dueOn ? true : undefined}>
        {dueOn ? shortDay(dueOn, today) : kind === 'action' ? 'by when?' : ''}
      </span>
    </span>
  )
}

/** What an entry is about, as far as its words do not say it. */
export function OnSubject({ item }: { readonly item: RitualItem }) {
  const { snapshot } = useNetwork()
  const agenda = find(snapshot, 'ritual', item.ritualId)?.agenda ?? []
  const name = subjectName(snapshot, { agenda }, aboutOf(item))
  if (name === null || item.text.includes(name)) return null
  return <small className={styles['on']}> on “{name}”</small>
}

/** What was said at a stop, as it was written down. */
export function Said({ items }: { readonly items: readonly RitualItem[] }) {
  const list = useRef<HTMLUListElement>(null)
  // In braces: newer browsers answer scrollIntoView with a promise, and what an effect returns is called as its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said last comes into view when it is said
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [items.length])
  if (items.length === 0) return null
  return (
    <ul ref={list} className={styles['said']} aria-label="Said here">
      {items.map((item) => (
        <li key={item.id} data-kind={item.kind}>
          <b>{signs[item.kind] ?? item.kind}</b> {item.text} <OwnerAndDay item={item} />
        </li>
      ))}
    </ul>
  )
}
