'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { request } from '../../../lib/client/request.ts'
import { useView } from '../../../lib/client/view.ts'
import type { api } from '../../../lib/contract/api.ts'
import { Failure } from '../account/failure.tsx'
import form from '../account/form.module.css'
import { OneTimeSecret } from '../account/one-time-secret.tsx'
import { useForm } from '../account/use-form.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { shareableViews } from './user-actions.ts'

const lives = [
  { value: '1', label: 'a day' },
  { value: '7', label: 'a week' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
] as const

/** Makes a link by which anybody reads the view as it is now: with its filters, its selection and its cycle. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug, cycle } = useNetwork()
  const path = usePathname()
  const view = shareableViews.find((each) => path.endsWith(`/${each}`)) ?? 'map'
  const search = useSearchParams()
  const { view: asked } = useView()
  const [name, setName] = useState(`${view.slice(0, 1).toUpperCase()}${view.slice(1)}${cycle ? `, ${cycle.name}` : ''}`)
  const [days, setDays] = useState('30')
  const [made, setMade] = useState<string | null>(null)
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const query = new URLSearchParams(search)
    if (cycle && !query.has('cycle')) query.set('cycle', cycle.id)
    for (const name of ['guide', 'at', 'from']) query.delete(name)
    const { path: link } = await request<typeof api.shareLinks.create>(
      { method: 'POST', path: '/networks/{network}/share-links' },
      { params: { network: slug }, body: { name: name.trim(), view, query: query.toString(), days: Number(days) } },
    )
    setMade(link)
  })
  if (made !== null)
    return (
      <Dialog open title="The link" onClose={onClose} footer={<Button onClick={onClose}>Done</Button>}>
        <OneTimeSecret
          label="Link"
          secret={`${location.origin}${made}`}
          note="Whoever has it reads this view, nothing else. It is shown this once; under Settings, Share links, you revoke it."
        />
      </Dialog>
    )
  return (
    <Dialog open size="small" title="Share this view, read only" onClose={onClose}>
      <form className={form['form']} onSubmit={submit}>
        <p>
          Anybody with the link sees the {view} as it is on your screen now, live, without an account: no notes, comments, sources or addresses; of
          people only the names of owners.
        </p>
        {(asked.at !== null || asked.from !== null) && <p>The link shows now, not the moment on your screen: its readers see no history.</p>}
        <TextField
          label="What it is for"
          autoFocus
          required
          value={name}
          error={faultOf('name')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select label="It works for" value={days} options={lives} onChoose={setDays} />
        <Failure text={failure} />
        <Button type="submit" tone="primary" disabled={isBusy}>
          Make the link
        </Button>
      </form>
    </Dialog>
  )
}
