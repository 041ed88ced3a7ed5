'use client'
import { useCallback, useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { OneTimeSecret } from '../../../../components/account/one-time-secret.tsx'
import rows from '../../../../components/settings/rows.module.css'
import card from '../../../../components/settings/settings-card.module.css'
import { Part } from '../../_parts/part.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookRow } from './webhook-row.tsx'

/** The programs and channels that are told what happens here. */
export function WebhooksScreen() {
  const { slug } = useNetwork()
  const read = useCallback(
    () =>
      request<typeof api.webhooks.list>({ method: 'GET', path: '/networks/{network}/webhooks' }, { params: { network: slug } }).then(
        ({ items }) => items,
      ),
    [slug],
  )
  const { items, refresh, run } = useList(read)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <h1>Webhooks</h1>
      <Part
        id="new-webhook"
        title="A new webhook"
        hint="Each event is a signed POST in the form of Standard Webhooks, or a message for a Slack or Teams channel. It is tried again for a day and never holds anybody up."
      >
        {secret && (
          <OneTimeSecret
            label="Signing secret"
            secret={secret}
            note="With this secret the receiver checks that a delivery is genuine. It is shown this once."
          />
        )}
        <WebhookForm
          onMade={(made) => {
            setSecret(made)
            refresh()
          }}
        />
      </Part>
      <Part id="webhooks" title="Webhooks of this network">
        {items?.length === 0 && <p className={card['hint']}>Nobody outside is told anything.</p>}
        <ul className={rows['rows']} aria-label="Webhooks" aria-busy={items === null}>
          {(items ?? []).map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} run={run} />
          ))}
        </ul>
      </Part>
    </>
  )
}
