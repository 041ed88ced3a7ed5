'use client'
import { singleSignOnAddress } from '../../../lib/client/session.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'

/** The way by the organisation's own provider. */
export function SingleSignOn({ name, next }: { readonly name: string; readonly next: string }) {
  const { isBusy, failure, submit } = useForm(async () => window.location.assign(await singleSignOnAddress(next)))
  return (
    <form className={form['form']} onSubmit={submit}>
      <span className={form['or']}>or</span>
      <Failure text={failure} />
      <Button type="submit" disabled={isBusy}>
        Sign in with {name}
      </Button>
    </form>
  )
}
