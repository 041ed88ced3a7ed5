'use client'
import { useCallback, useState } from 'react'
import { ago, dayOf } from '../../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { ShareLink } from '../../../../../lib/contract/share-links.ts'
import rows from '../../../../components/settings/rows.module.css'
import card from '../../../../components/settings/settings-card.module.css'
import { Button } from '../../../../components/ui/button.tsx'
import { Part } from '../../_parts/part.tsx'

const one = { method: 'DELETE', path: '/networks/{network}/share-links/{id}' } as const

/** The links by which people without an account read one view. */
export function LinksScreen() {
  const { slug } = useNetwork()
  const read = useCallback(
    () =>
      request<typeof api.shareLinks.list>({ method: 'GET', path: '/networks/{network}/share-links' }, { params: { network: slug } }).then(
        ({ items }) => items.filter(({ revokedAt }) => revokedAt === null),
      ),
    [slug],
  )
  const { items, run } = useList(read)
  const revoke = (id: string) =>
    run(() => request<typeof api.shareLinks.revoke>(one, { params: { network: slug, id } }), 'The link is dead, also where it is open now.')
  return (
    <>
      <h1>Share links</h1>
      <Part
        id="links"
        title="Links to read one view"
        hint={
          <>
            Whoever has such a link reads that view without an account: no notes, comments, sources or addresses. Make one from the map, the chain,
            the outline or the timeline: <kbd>⇧S</kbd>, or “Share this view” in the menu.
          </>
        }
      >
        {items?.length === 0 && <p className={card['hint']}>Nothing is shared.</p>}
        <ul className={rows['rows']} aria-label="Share links" aria-busy={items === null}>
          {(items ?? []).map((link) => (
            <Row key={link.id} link={link} slug={slug} revoke={() => revoke(link.id)} />
          ))}
        </ul>
      </Part>
    </>
  )
}

function Row({ link, slug, revoke }: { readonly link: ShareLink; readonly slug: string; readonly revoke: () => void }) {
  const [now] = useState(() => Date.now())
  const { name, view, query, expiresAt, lastUsedAt } = link
  const isOver = new Date(expiresAt).getTime() <= now
  return (
    <li>
      <span className={rows['who']}>
        <strong>{name}</strong>
        <small>
          <a href={`/${slug}/${view}${query === '' ? '' : `?${query}`}`}>{view}</a> · {isOver ? 'expired' : 'until'} {dayOf(expiresAt)} ·{' '}
          {lastUsedAt ? `last opened ${ago(lastUsedAt, now)}` : 'never opened'}
        </small>
      </span>
      <Button size="small" aria-label={`Revoke ${name}`} onClick={revoke}>
        Revoke
      </Button>
    </li>
  )
}
