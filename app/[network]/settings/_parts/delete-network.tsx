'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { addressOf, request } from '../../../../lib/client/request.ts'
import type { api } from '../../../../lib/contract/api.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { Failure } from '../../../components/account/failure.tsx'
import form from '../../../components/account/form.module.css'
import { useForm } from '../../../components/account/use-form.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { Part } from './part.tsx'

/** The end of a network, for its owners: no undo brings it back, so the name is typed. */
export function DeleteNetwork() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Part
      id="delete"
      title="Delete this network"
      hint="Everything in it goes, with its history and its links. Export it first, if anybody may want it back."
    >
      <Button onClick={() => setOpen(true)}>Delete this network …</Button>
      {isOpen && <DeleteDialog onClose={() => setOpen(false)} />}
    </Part>
  )
}

function DeleteDialog({ onClose }: { readonly onClose: () => void }) {
  const { snapshot, networkId } = useNetwork()
  const { name } = networkOf(snapshot)
  const [typed, setTyped] = useState('')
  const params = { network: networkId }
  const { isBusy, failure, submit } = useForm(async () => {
    await request<typeof api.networks.remove>({ method: 'DELETE', path: '/networks/{network}' }, { params, query: { confirm: typed } })
    window.location.assign('/?all')
  })
  return (
    <Dialog open size="small" title={`Delete ${name}?`} onClose={onClose}>
      <form className={form['form']} onSubmit={submit}>
        <p>
          This cannot be undone.{' '}
          <a href={addressOf({ path: '/networks/{network}/export' }, { params })} download>
            Export it as a file
          </a>
        </p>
        <TextField label={`Type ${name} to confirm`} autoFocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Failure text={failure} />
        <div className={form['buttons']}>
          <Button type="submit" tone="danger" disabled={isBusy || typed !== name}>
            Delete it for ever
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  )
}
