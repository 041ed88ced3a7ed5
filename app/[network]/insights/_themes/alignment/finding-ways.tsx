'use client'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { findingActions } from './actions.ts'
import styles from './alignment.module.css'
import { findingWays } from './ways.ts'

/** Where a finding can be seen: its key result or need on the chain, its nodes and exchanges on the map. L takes the first way. */
export function FindingWays({ finding }: { readonly finding: CheckFinding }) {
  const { slug } = useNetwork()
  const router = useRouter()
  const ways = findingWays(slug, finding, new URLSearchParams(useSearchParams()))
  const [first] = ways
  useAction(findingActions.show, () => first && router.push(first.href), { enabled: first !== undefined })
  if (!first) return null
  return (
    <p className={styles['ways']}>
      Show on the
      {ways.map(({ drawing, href }, at) => (
        <Link key={drawing} href={href} prefetch={false}>
          {drawing} {at === 0 && <KeyHint keys="l" />}
        </Link>
      ))}
    </p>
  )
}
