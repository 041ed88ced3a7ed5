'use client'
import Link from 'next/link'
import { useEffect, useEffectEvent, useState } from 'react'
import { request } from '../../../lib/client/request.ts'
import type { room } from '../../../lib/contract/room.ts'
import { AccountPage } from '../../components/account/account-page.tsx'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'
import { TextField } from '../../components/ui/field.tsx'

/** Goes to the session of a code, in a page of its own. @throws DomainError NOT_FOUND where the code opens none of one's own sessions */
async function enter(code: string): Promise<void> {
  const { network, ritual, kind } = await request<typeof room.byCode>({ method: 'GET', path: '/rituals/by-code/{code}' }, { params: { code } })
  window.location.assign(`/${network}/${kind}${kind === 'check' ? `?session=${ritual}` : ''}`)
}

/** The code of a session, typed or out of the address; an address is followed at once. */
export function CodeScreen({ code: given }: { readonly code: string }) {
  const [code, setCode] = useState(given)
  const { isBusy, failure, submit } = useForm(() => enter(code.trim()))
  const follow = useEffectEvent(() => given !== '' && submit({ preventDefault: () => undefined }))
  useEffect(() => {
    follow()
  }, [])
  return (
    <AccountPage title="Join a session" lead="Type the six letters and digits that the session shows." below={<Link href="/">To my networks</Link>}>
      <form className={form['form']} onSubmit={submit}>
        <TextField
          label="Code"
          className={form['code']}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <Failure text={failure} />
        <Button type="submit" tone="primary" disabled={isBusy}>
          {isBusy ? 'Opening …' : 'Join'}
        </Button>
      </form>
    </AccountPage>
  )
}
