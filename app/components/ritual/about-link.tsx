'use client'
import Link from 'next/link'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { selectionKindOf, selectionOf } from '../../../lib/client/view.ts'
import type { OutputEntry } from '../../../lib/domain/ritual/output/output.ts'
import { find } from '../../../lib/domain/snapshot.ts'

type Props = { readonly on: string; readonly about: OutputEntry['about'] }

/** What an entry of a session is about, as a way to it as long as it is there. */
export function AboutLink({ on, about }: Props) {
  const { slug, snapshot } = useNetwork()
  if (on === '') return null
  const kind = about ? selectionKindOf(about.entity) : null
  if (!about || kind === null || !find(snapshot, about.entity, about.id)) return on
  return (
    <Link href={`/${slug}/map?sel=${encodeURIComponent(selectionOf(kind, about.id))}`} prefetch={false}>
      {on}
    </Link>
  )
}
