'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { showToast } from '../../../../../lib/client/toast.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { Failure } from '../../../../components/account/failure.tsx'
import form from '../../../../components/account/form.module.css'
import { useForm } from '../../../../components/account/use-form.ts'
import card from '../../../../components/settings/settings-card.module.css'
import { Button } from '../../../../components/ui/button.tsx'
import { Dialog } from '../../../../components/ui/dialog.tsx'
import { TextField } from '../../../../components/ui/field.tsx'

type Props = {
  readonly personId: string
  readonly name: string
  readonly isYou: boolean
  readonly onErased: () => void
  readonly onClose: () => void
}

/** Erasing a person: the one thing here that no undo takes back, so the name is typed. */
export function EraseDialog({ personId, name, isYou, onErased, onClose }: Props) {
  const { slug, askWho } = useNetwork()
  const [typed, setTyped] = useState('')
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const { pseudonym } = await request<typeof api.privacy.erasePerson>(
      { method: 'DELETE', path: '/networks/{network}/people/{id}/identity' },
      { params: { network: slug, id: personId }, query: { confirm: typed } },
    )
    if (isYou) return window.location.assign('/?all')
    showToast(`Erased. What they did is told of “${pseudonym}” now.`)
    askWho()
    onErased()
    onClose()
  })
  return (
    <Dialog open size="small" title={`Erase ${name}?`} onClose={onClose}>
      <form className={form['form']} onSubmit={submit}>
        <p>
          Name and e-mail address go from the network, from its history and from every list. Check-ins, promises and decisions stay under a pseudonym.
          The membership ends; an account without another network is deleted.
        </p>
        <p className={card['hint']}>What others wrote about the person in titles and notes stays as they wrote it.</p>
        <TextField
          label={`Type ${name} to confirm. This cannot be undone.`}
          autoFocus
          value={typed}
          error={faultOf('confirm')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Failure text={failure} />
        <div className={form['buttons']}>
          <Button type="submit" tone="danger" disabled={isBusy || typed !== name}>
            Erase for good
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </div>
      </form>
    </Dialog>
  )
}
