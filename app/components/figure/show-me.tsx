'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import styles from './figure.module.css'
import { drawingsOf, showHref } from './show-address.ts'

/** Ways to the drawings that light up what a number is about; nothing where there is nothing to light up. */
export function ShowMe({ figure }: { readonly figure: Figure }) {
  const { slug } = useNetwork()
  const now = useSearchParams()
  const drawings = drawingsOf(figure)
  if (drawings.length === 0) return null
  return (
    <span className={styles['ways']}>
      <span aria-hidden="true">Show me:</span>
      {drawings.map((drawing, at) => (
        <Link
          key={drawing}
          href={showHref(slug, drawing, figure.id, new URLSearchParams(now))}
          aria-label={`Show “${figure.name}” on the ${drawing}`}
          title={at === 0 ? `Light up what is behind it on the ${drawing} (L)` : `Light up what is behind it on the ${drawing}`}
          prefetch={false}
        >
          {drawing}
        </Link>
      ))}
    </span>
  )
}
