'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { type WebhookEventName, type WebhookShape, webhookEvents, webhookShapes } from '../../../../../lib/domain/notify/kinds.ts'
import { Failure } from '../../../../components/account/failure.tsx'
import form from '../../../../components/account/form.module.css'
import { useForm } from '../../../../components/account/use-form.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Select, TextField } from '../../../../components/ui/field.tsx'
import styles from './webhook-form.module.css'

const shapeWords: Record<WebhookShape, string> = { standard: 'plain data, signed', slack: 'message for Slack', teams: 'card for Teams' }
export const eventWords: Record<WebhookEventName, string> = {
  'promise.asked': 'somebody is asked',
  'promise.moved': 'a promise moves',
  'comment.added': 'a comment is written',
  'checkin.added': 'somebody checks in',
  'structure.changed': 'nodes or exchanges change',
}

type Given = { readonly name: string; readonly url: string; readonly shape: WebhookShape; readonly events: readonly WebhookEventName[] }
const nothing: Given = { name: '', url: '', shape: 'standard', events: ['promise.asked', 'promise.moved'] }

/** Name, address, form, and of what it is told. */
export function WebhookForm({ onMade }: { readonly onMade: (secret: string) => void }) {
  const { slug } = useNetwork()
  const [given, setGiven] = useState(nothing)
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const body = { ...given, name: given.name.trim(), url: given.url.trim(), events: [...given.events] }
    const { secret } = await request<typeof api.webhooks.create>(
      { method: 'POST', path: '/networks/{network}/webhooks' },
      { params: { network: slug }, body },
    )
    setGiven(nothing)
    onMade(secret)
  })
  return (
    <form className={form['stack']} onSubmit={submit} aria-label="A new webhook">
      <div className={form['line']}>
        <TextField
          label="Name"
          placeholder="Data warehouse"
          value={given.name}
          error={faultOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextField
          label="Address"
          type="url"
          placeholder="https://hooks.example.org/weft"
          value={given.url}
          error={faultOf('url')}
          onChange={(event) => set({ url: event.currentTarget.value })}
        />
        <Select
          label="Form"
          value={given.shape}
          options={webhookShapes.map((value) => ({ value, label: shapeWords[value] }))}
          onChoose={(value) => set({ shape: webhookShapes.find((each) => each === value) ?? 'standard' })}
        />
      </div>
      <Events chosen={given.events} choose={(events) => set({ events })} />
      <Failure text={failure} />
      <Button type="submit" tone="primary" disabled={isBusy || given.name.trim() === '' || given.url.trim() === '' || given.events.length === 0}>
        Add the webhook
      </Button>
    </form>
  )
}

type EventsProps = { readonly chosen: readonly WebhookEventName[]; readonly choose: (events: readonly WebhookEventName[]) => void }

function Events({ chosen, choose }: EventsProps) {
  const toggle = (name: WebhookEventName) => choose(webhookEvents.filter((each) => (each === name) !== chosen.includes(each)))
  return (
    <fieldset className={styles['events']}>
      <legend>Told when</legend>
      {webhookEvents.map((name) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /> {eventWords[name]}
        </label>
      ))}
    </fieldset>
  )
}
