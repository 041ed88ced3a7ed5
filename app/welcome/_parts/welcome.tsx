'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { messageOf } from '../../../lib/client/mutate.ts'
import { request } from '../../../lib/client/request.ts'
import { showToast } from '../../../lib/client/toast.ts'
import type { api } from '../../../lib/contract/api.ts'
import { type TemplateKey, templateChoices } from '../../../lib/domain/template/choice.ts'
import { dayIn } from '../../../lib/domain/time.ts'
import { ImportCard } from './import-card.tsx'
import { Miniature } from './miniature.tsx'
import styles from './welcome.module.css'

/** Where a new network opens: with the three questions, but for the sample, which answers them itself. */
function firstView(template: TemplateKey): string {
  if (template === 'sample') return 'map'
  return template === 'blank' ? 'outline?guide=node' : 'map?guide=node'
}

/** Name, then a start: two or three presses to the first map. */
export function Welcome({ isFirst }: { readonly isFirst: boolean }) {
  const router = useRouter()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState<TemplateKey | null>(null)
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const cards = useRef<HTMLUListElement>(null)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [today] = useState(() => dayIn(timeZone, new Date().toISOString()))
  useEffect(() => field.current?.focus(), [])
  const start = async (template: TemplateKey) => {
    if (name.trim() === '') {
      setMissing(true)
      return field.current?.focus()
    }
    setBusy(template)
    try {
      const { item } = await request<typeof api.networks.create>(
        { method: 'POST', path: '/networks' },
        { body: { name: name.trim(), template, timeZone }, idempotencyKey: v7() },
      )
      router.push(`/${item.slug ?? item.id}/${firstView(template)}`)
    } catch (error) {
      setBusy(null)
      showToast(messageOf(error), { tone: 'error' })
    }
  }
  const onName = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (name.trim() === '') setMissing(true)
    else cards.current?.querySelector('button')?.focus()
  }
  return (
    <main className={styles['page']}>
      {!isFirst && (
        <Link href="/?all" className={styles['back']}>
          All networks
        </Link>
      )}
      <h1>{isFirst ? 'Welcome to Weft' : 'A new network'}</h1>
      <p className={styles['lead']}>See who gives what to whom in your organisation, and which results wait for which promises.</p>
      <label htmlFor="network-name" className={styles['label']}>
        What is your organisation or network called?
      </label>
      <input
        ref={field}
        id="network-name"
        className={styles['name']}
        autoComplete="organization"
        value={name}
        placeholder="Bright Clinics"
        aria-invalid={isMissing && name.trim() === ''}
        aria-describedby="network-name-note"
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onName}
      />
      <p id="network-name-note" className={isMissing && name.trim() === '' ? styles['missing'] : styles['note']}>
        {isMissing && name.trim() === '' ? 'Give it a name first.' : 'You can change it at any time.'}
      </p>
      <h2 className={styles['label']}>Start from</h2>
      <ul ref={cards} className={styles['cards']}>
        {templateChoices.map(({ key, title, contents, audience }) => (
          <li key={key}>
            <button type="button" className={styles['card']} disabled={busy !== null} aria-busy={busy === key} onClick={() => void start(key)}>
              <Miniature template={key} today={today} />
              <strong>{busy === key ? 'Creating …' : title}</strong>
              <span>{contents}</span>
              <span className={styles['audience']}>{audience}</span>
            </button>
          </li>
        ))}
      </ul>
      <ImportCard name={name} />
    </main>
  )
}
