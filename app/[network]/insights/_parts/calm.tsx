'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { views } from '../../../components/shell/views.ts'
import styles from './calm.module.css'

type Props = {
  readonly children: ReactNode
  /** the view in which one goes on from here */
  readonly way?: 'map' | 'outline' | 'check' | 'asks'
}

/** What is said where there is nothing to draw, with the way to what would change that. */
export function Calm({ children, way }: Props) {
  const { slug } = useNetwork()
  const cycle = useSearchParams().get('cycle')
  const name = views.find(({ path }) => path === way)?.name.toLowerCase()
  return (
    <p className={styles['calm']}>
      {children}{' '}
      {way && (
        <Link href={`/${slug}/${way}${cycle === null ? '' : `?${new URLSearchParams({ cycle })}`}`} prefetch={false}>
          Open the {name}
        </Link>
      )}
    </p>
  )
}
