'use client'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { withEdit, writeWhatIf } from '../../../lib/client/what-if/write-address.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { whatIfOfSelected } from './actions.ts'

/** What a door leads to: somebody is not there, or a question about a key result or a need. */
type Door = { readonly without: 'node' | 'team' | 'person'; readonly id: string } | { readonly ask: 'kr' | 'need'; readonly id: string }

/** On the page of what-ifs a door adds to what is supposed there; from elsewhere it begins anew. */
function useHref(door: Door): string {
  const { slug, snapshot } = useNetwork()
  const isThere = usePathname().endsWith('/what-if')
  const now = useSearchParams()
  const next = new URLSearchParams(isThere ? now : {})
  if ('ask' in door) next.set('ask', `${door.ask}:${door.id}`)
  else {
    const supposed = next.get('if') ?? writeWhatIf(find(snapshot, 'whatIf', next.get('id'))?.edits ?? [])
    next.set('if', withEdit(supposed, { kind: 'without', entity: door.without, id: door.id }))
  }
  return `/${slug}/what-if?${next}`
}

type Props = { readonly door: Door; readonly className?: string | undefined; readonly label?: string; readonly children: string }

/** A way from a record to what would be without it, or if it were otherwise. */
export function WhatIfDoor({ door, className, label, children }: Props) {
  const href = useHref(door)
  return (
    <Link href={href} className={className} aria-label={label} prefetch={false}>
      {children}
    </Link>
  )
}

/** The same on the panel of the selected record, where the palette knows it as well. */
export function SelectedWhatIf(props: Props) {
  const router = useRouter()
  const href = useHref(props.door)
  useAction(whatIfOfSelected, () => router.push(href))
  return <WhatIfDoor {...props} />
}
