'use client'
import { type ReactNode, useCallback, useState } from 'react'
import { ago, dayOf } from '../../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import { useMe } from '../../../../../lib/client/who.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { ApiToken } from '../../../../../lib/contract/tokens.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { OneTimeSecret } from '../../../../components/account/one-time-secret.tsx'
import rows from '../../../../components/settings/rows.module.css'
import card from '../../../../components/settings/settings-card.module.css'
import { IconButton } from '../../../../components/ui/button.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { Part } from '../../_parts/part.tsx'
import { scopeWords, TokenForm } from './token-form.tsx'

const one = { method: 'DELETE', path: '/networks/{network}/tokens/{id}' } as const

/** The tokens by which programs act for somebody; one's own, for an owner all of them. */
export function TokensScreen() {
  const { slug } = useNetwork()
  const me = useMe()
  const read = useCallback(
    () =>
      request<typeof api.tokens.list>({ method: 'GET', path: '/networks/{network}/tokens' }, { params: { network: slug } }).then(({ items }) =>
        items.filter(({ revokedAt }) => revokedAt === null),
      ),
    [slug],
  )
  const { items, refresh, run } = useList(read)
  const [secret, setSecret] = useState<string | null>(null)
  const revoke = (id: string) =>
    run(() => {
      setSecret(null)
      return request<typeof api.tokens.revoke>(one, { params: { network: slug, id } })
    }, 'The token is revoked. Programs that use it are refused from now on.')
  return (
    <>
      <h1>API tokens</h1>
      {me.personId !== null && (
        <Part id="new-token" title="A new token" hint={<Example slug={slug} />}>
          {secret && <OneTimeSecret label="API token" secret={secret} note="Copy it now: it is shown this once and kept nowhere." />}
          <TokenForm
            onMade={(token) => {
              setSecret(token)
              refresh()
            }}
          />
        </Part>
      )}
      <Part id="tokens" title={me.role === 'owner' ? 'Tokens of this network' : 'Your tokens'}>
        {items?.length === 0 && <p className={card['hint']}>No program acts here for anybody.</p>}
        <ul className={rows['rows']} aria-label="API tokens" aria-busy={items === null}>
          {(items ?? []).map((token) => (
            <Row key={token.id} token={token} revoke={() => revoke(token.id)} />
          ))}
        </ul>
      </Part>
    </>
  )
}

function Example({ slug }: { readonly slug: string }): ReactNode {
  return (
    <>
      A program sends it as <code>Authorization: Bearer weft_…</code> to <code>/api/v1/networks/{slug}/…</code>. It acts for you, with at most your
      role, and each of its steps says so. <a href="/api/docs">All calls</a>
    </>
  )
}

function Row({ token, revoke }: { readonly token: ApiToken; readonly revoke: () => void }) {
  const { snapshot } = useNetwork()
  const [now] = useState(() => Date.now())
  const { name, scope, hint, personId, expiresAt, lastUsedAt } = token
  const isOver = new Date(expiresAt).getTime() <= now
  const person = find(snapshot, 'person', personId)?.name ?? 'somebody who has left'
  return (
    <li>
      <span className={rows['who']}>
        <strong>{name}</strong> <code>…{hint}</code>
        <small>
          for {person} · {scopeWords[scope]} · {isOver ? 'expired' : 'until'} {dayOf(expiresAt)} ·{' '}
          {lastUsedAt ? `last used ${ago(lastUsedAt, now)}` : 'never used'}
        </small>
      </span>
      <IconButton size="small" label={`Revoke ${name}`} onClick={revoke}>
        <Icon name="trash" size={14} />
      </IconButton>
    </li>
  )
}
