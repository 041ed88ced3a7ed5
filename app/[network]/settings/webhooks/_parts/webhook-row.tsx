'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import type { List } from '../../../../../lib/client/use-list.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import form from '../../../../components/account/form.module.css'
import rows from '../../../../components/settings/rows.module.css'
import { Button, IconButton } from '../../../../components/ui/button.tsx'
import { Chip } from '../../../../components/ui/chip.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { eventWords } from './webhook-form.tsx'

const Deliveries = dynamic(() => import('./deliveries.tsx').then(({ Deliveries: loaded }) => loaded))

export type Webhook = Awaited<ReturnType<typeof request<typeof api.webhooks.list>>>['items'][number]

type Props = { readonly webhook: Webhook; readonly run: List<Webhook>['run'] }

const one = '/networks/{network}/webhooks/{id}'

/** One webhook: whether it works, and what can be done with it. */
export function WebhookRow({ webhook, run }: Props) {
  const { slug } = useNetwork()
  const [isOpen, setOpen] = useState(false)
  const [tested, setTested] = useState(0)
  const { id, name, url, events, isEnabled, disabledBecause, waiting, failed } = webhook
  const params = { network: slug, id }
  const enable = () =>
    run(
      () => request<typeof api.webhooks.update>({ method: 'PATCH', path: one }, { params, body: { isEnabled: !isEnabled } }),
      isEnabled ? `${name} is off.` : `${name} is on.`,
    )
  const remove = () => run(() => request<typeof api.webhooks.remove>({ method: 'DELETE', path: one }, { params }), `${name} is deleted.`)
  const test = () =>
    run(async () => {
      const { item } = await request<typeof api.webhooks.test>({ method: 'POST', path: `${one}/test` }, { params })
      setOpen(true)
      setTested((before) => before + 1)
      if (item.state !== 'sent') throw new Error(item.error ?? 'The receiver did not answer')
    }, `${name} answered the test.`)
  const facts = [events.map((event) => eventWords[event]).join(', '), waiting > 0 && `${waiting} waiting`, failed > 0 && `${failed} given up`]
  return (
    <li>
      <span className={rows['who']}>
        <strong>{name}</strong> {!isEnabled && <Chip tone="warning">off</Chip>}
        <small>{url}</small>
        <small>{facts.filter(Boolean).join(' · ')}</small>
        {disabledBecause && <small>{disabledBecause}</small>}
      </span>
      <span className={form['buttons']}>
        <Button size="small" aria-label={`Test ${name}`} onClick={test}>
          Test
        </Button>
        <Button size="small" aria-expanded={isOpen} aria-label={`Deliveries of ${name}`} onClick={() => setOpen(!isOpen)}>
          Deliveries
        </Button>
        <Button size="small" tone="quiet" aria-label={`${isEnabled ? 'Switch off' : 'Switch on'} ${name}`} onClick={enable}>
          {isEnabled ? 'Switch off' : 'Switch on'}
        </Button>
        <IconButton size="small" label={`Delete ${name}`} onClick={remove}>
          <Icon name="trash" size={14} />
        </IconButton>
      </span>
      {isOpen && <Deliveries key={tested} webhookId={id} name={name} />}
    </li>
  )
}
