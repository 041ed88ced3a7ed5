'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { PromiseMark } from '../../../components/promise/promise-mark.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './inbox.module.css'

/** Nothing waits: what will arrive here, and how to ask others. */
export function EmptyInbox() {
  const { slug } = useNetwork()
  return (
    <EmptyState
      title="Nothing waits for you"
      ghost={
        <div className={styles['ghost']}>
          {(['requested', 'countered', 'delivered'] as const).map((state) => (
            <span key={state}>
              <PromiseMark state={state} />
              <i />
              <b />
            </span>
          ))}
        </div>
      }
      action={<Link href={`/${slug}/outline`}>Ask somebody: choose a key result in the outline and press R</Link>}
    >
      Asks of your nodes arrive here, and counters, deliveries, promises that are due and check-ins. Each is answered with one key.
    </EmptyState>
  )
}
