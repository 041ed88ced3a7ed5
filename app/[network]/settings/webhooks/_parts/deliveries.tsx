'use client'
import { useCallback, useState } from 'react'
import { ago } from '../../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import card from '../../../../components/settings/settings-card.module.css'
import { Button } from '../../../../components/ui/button.tsx'
import table from '../../_parts/table.module.css'

type Delivery = Awaited<ReturnType<typeof request<typeof api.webhooks.deliveries>>>['items'][number]

const all = '/networks/{network}/webhooks/{id}/deliveries'
const stateWords: Record<Delivery['state'], string> = { waiting: 'waits', sent: 'answered', failed: 'given up' }

/** What was sent to a webhook lately, and what came of it. */
export function Deliveries({ webhookId, name }: { readonly webhookId: string; readonly name: string }) {
  const { slug } = useNetwork()
  const read = useCallback(
    () =>
      request<typeof api.webhooks.deliveries>({ method: 'GET', path: all }, { params: { network: slug, id: webhookId } }).then(({ items }) => items),
    [slug, webhookId],
  )
  const { items, run } = useList(read)
  const [now] = useState(() => Date.now())
  const replay = (delivery: string) =>
    run(
      () =>
        request<typeof api.webhooks.replay>(
          { method: 'POST', path: `${all}/{delivery}/replay` },
          { params: { network: slug, id: webhookId, delivery } },
        ),
      'It is sent again, under the same id.',
    )
  if (items === null) return null
  if (items.length === 0) return <p className={card['hint']}>Nothing was sent yet.</p>
  return (
    <div className={table['scroll']}>
      <table className={table['tight']} aria-label={`Deliveries of ${name}`}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">Tries</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, type, createdAt, state, attempts, error }) => (
            <tr key={id}>
              <th scope="row">{type}</th>
              <td>{ago(createdAt, now)}</td>
              <td title={error ?? undefined}>
                {stateWords[state]}
                {error && state !== 'sent' ? `: ${error}` : ''}
              </td>
              <td>{attempts}</td>
              <td>
                <Button size="small" tone="quiet" aria-label={`Send ${type} again`} onClick={() => replay(id)}>
                  Send again
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
