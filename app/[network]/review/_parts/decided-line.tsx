'use client'
import Link from 'next/link'
import { dayOf } from '../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Proposal } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import styles from './screen.module.css'

const signs = { open: '', accepted: '✓', declined: '✕', withdrawn: '↩' } as const

/** A proposal that was decided or withdrawn: what, by whom, when, in which words. */
export function DecidedLine({ proposal: { id, title, state, decidedById, decidedAt, decision, why } }: { readonly proposal: Proposal }) {
  const { snapshot, slug } = useNetwork()
  const name = find(snapshot, 'person', decidedById)?.name
  return (
    <li className={styles['decided']} data-state={state}>
      <span className={styles['sign']} aria-hidden="true">
        {signs[state]}
      </span>
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <p className={styles['quiet']}>
          {state}
          {name && ` by ${name}`}
          {decidedAt && ` on ${dayOf(decidedAt)}`}
          {decision && `: “${decision}”`}
        </p>
        {why && <p className={styles['quiet']}>Why it was proposed: {why}</p>}
      </div>
      <Link
        className={styles['past']}
        href={`/${slug}/history?record=${encodeURIComponent(id)}`}
        prefetch={false}
        aria-label={`History of “${title}”`}
      >
        history
      </Link>
    </li>
  )
}
