'use client'
import { useRouter } from 'next/navigation'
import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'
import { AccountPage } from '../../components/account/account-page.tsx'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { NewAccountFields, useNewAccount } from '../../components/account/new-account-fields.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'

/** E-mail, name, password: the first owner of the server. */
export function SetupForm({ token }: { readonly token: string }) {
  const router = useRouter()
  const { account, typed, change } = useNewAccount()
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    await request<typeof api.setup.claim>({ method: 'POST', path: '/setup' }, { body: { token, ...account } })
    router.replace('/welcome')
  })
  return (
    <AccountPage
      title="Make this server yours"
      lead="You have the link, so you become its owner: you make its networks and invite the others."
      below="Everything stays on this machine. Nothing is sent anywhere."
    >
      <form className={form['form']} onSubmit={submit}>
        <NewAccountFields typed={typed} change={change} faultOf={faultOf} />
        <Failure text={failure} />
        <Button type="submit" tone="primary" disabled={isBusy}>
          {isBusy ? 'Setting up …' : 'Begin'}
        </Button>
      </form>
    </AccountPage>
  )
}
