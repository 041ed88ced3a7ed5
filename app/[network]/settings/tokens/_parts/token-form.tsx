'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { ApiToken } from '../../../../../lib/contract/tokens.ts'
import { Failure } from '../../../../components/account/failure.tsx'
import form from '../../../../components/account/form.module.css'
import { useForm } from '../../../../components/account/use-form.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Select, TextField } from '../../../../components/ui/field.tsx'

type Scope = ApiToken['scope']

export const scopeWords: Record<Scope, string> = { read: 'reads', 'check-in': 'reads and checks in', write: 'writes' }
const scopes = ['read', 'check-in', 'write'] as const satisfies readonly Scope[]
const lives = [7, 30, 90, 365] as const

/** Name, what it may, for how long. */
export function TokenForm({ onMade }: { readonly onMade: (token: string) => void }) {
  const { slug } = useNetwork()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('read')
  const [days, setDays] = useState<number>(90)
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const body = { name: name.trim(), scope, days }
    const { token } = await request<typeof api.tokens.create>(
      { method: 'POST', path: '/networks/{network}/tokens' },
      { params: { network: slug }, body },
    )
    setName('')
    onMade(token)
  })
  return (
    <form className={form['stack']} onSubmit={submit} aria-label="A new token">
      <div className={form['line']}>
        <TextField
          label="Name"
          placeholder="Nightly numbers"
          value={name}
          error={faultOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="It may"
          value={scope}
          options={scopes.map((value) => ({ value, label: scopeWords[value] }))}
          onChoose={(value) => setScope(scopes.find((each) => each === value) ?? 'read')}
        />
        <Select
          label="For"
          value={String(days)}
          options={lives.map((value) => ({ value: String(value), label: `${value} days` }))}
          onChoose={(value) => setDays(Number(value))}
        />
        <Button type="submit" tone="primary" disabled={isBusy || name.trim() === ''}>
          Make the token
        </Button>
      </div>
      <Failure text={failure} />
    </form>
  )
}
