'use client'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { CheckFinding } from '../../../lib/domain/checks/findings.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import styles from './finding-ways.module.css'
import { findingWays } from './ways.ts'

type Props = {
  readonly finding: Pick<CheckFinding, 'id' | 'subjects' | 'nodeIds'>
  /** the cycle whose findings these are, where it is not the one in view */
  readonly cycleId?: string | null
  /** whose key takes the first way */
  readonly action?: Action
}

/** Where a finding can be seen and walked on from: its key result or need on the chain, its nodes and exchanges on the map. */
export function FindingWays({ finding, cycleId, action }: Props) {
  const { slug } = useNetwork()
  const now = new URLSearchParams(useSearchParams())
  if (cycleId) now.set('cycle', cycleId)
  const ways = findingWays(slug, finding, now)
  const [first] = ways
  if (!first) return null
  return (
    <p className={styles['ways']}>
      Walk on from here on the
      {ways.map(({ drawing, href }) => (
        <Link key={drawing} href={href} prefetch={false}>
          {drawing} {action && href === first.href && <WayKey action={action} href={href} />}
        </Link>
      ))}
    </p>
  )
}

/** The key of the first way, as long as it is there. */
function WayKey({ action, href }: { readonly action: Action; readonly href: string }) {
  const router = useRouter()
  useAction(action, () => router.push(href))
  return <KeyHint keys={action.keys?.[0] ?? ''} />
}
