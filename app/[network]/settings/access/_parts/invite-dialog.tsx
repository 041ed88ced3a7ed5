'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { roleSentences, rolesInOrder } from '../../../../../lib/client/role-words.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import { listOf } from '../../../../../lib/domain/snapshot.ts'
import { type Role, tiers } from '../../../../../lib/domain/vocabulary.ts'
import { Failure } from '../../../../components/account/failure.tsx'
import form from '../../../../components/account/form.module.css'
import { useForm } from '../../../../components/account/use-form.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Combobox } from '../../../../components/ui/combobox.tsx'
import { Dialog } from '../../../../components/ui/dialog.tsx'
import { Select, TextField } from '../../../../components/ui/field.tsx'
import styles from './invite-dialog.module.css'

const route = { method: 'POST', path: '/networks/{network}/invitations' } as const
type Body = Parameters<typeof request<typeof api.invitations.create>>[1]

function create(options: Body) {
  return request<typeof api.invitations.create>(route, options)
}

export type Made = Awaited<ReturnType<typeof create>>
const formId = 'invite-form'

type Tier = (typeof tiers)[number]

const tierWords: Record<Tier, string> = { lead: 'leads it', core: 'core member', 'co-creator': 'co-creator', resonance: 'one-off contribution' }

type Given = { readonly role: Role; readonly personId: string | null; readonly nodeId: string | null; readonly tier: Tier; readonly email: string }
const nothing: Given = { role: 'contributor', personId: null, nodeId: null, tier: 'lead', email: '' }

/** Whom, into what, as what. Enter at once makes a link for a contributor. */
export function InviteDialog({ onMade, onClose }: { readonly onMade: (made: Made) => void; readonly onClose: () => void }) {
  const { slug } = useNetwork()
  const [given, setGiven] = useState(nothing)
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const { role, personId, nodeId, tier, email } = given
    const place = nodeId === null ? { nodeId: null, tier: null } : { nodeId: asId<'node'>(nodeId), tier }
    const person = personId === null ? null : asId<'person'>(personId)
    onMade(await create({ params: { network: slug }, body: { role, personId: person, ...place, email: email.trim() === '' ? null : email.trim() } }))
  })
  return (
    <Dialog
      open
      title="Invite somebody"
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} tone="primary" disabled={isBusy}>
          {given.email.trim() === '' ? 'Make the link' : 'Invite'}
        </Button>
      }
    >
      <form id={formId} className={form['form']} onSubmit={submit}>
        <RoleChoice role={given.role} choose={(role) => set({ role })} />
        <TextField
          label="E-mail (optional)"
          type="email"
          autoFocus
          value={given.email}
          error={faultOf('email')}
          hint="With one, only this address may accept, and the link is mailed where the server sends mail."
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <Places given={given} set={set} />
        <Failure text={failure} />
      </form>
    </Dialog>
  )
}

function RoleChoice({ role, choose }: { readonly role: Role; readonly choose: (role: Role) => void }) {
  return (
    <fieldset className={styles['roles']}>
      <legend>Role</legend>
      {rolesInOrder.map((each) => (
        <label key={each} data-chosen={each === role || undefined}>
          <input type="radio" name="role" value={each} checked={each === role} onChange={() => choose(each)} />
          <span>
            <strong>{each}</strong> {roleSentences[each]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Who of those that stand here already the guest will be, and in which node they take part from the first day. */
function Places({ given, set }: { readonly given: Given; readonly set: (part: Partial<Given>) => void }) {
  const { snapshot, who } = useNetwork()
  const people = listOf(snapshot, 'person').filter(({ id }) => !who.members.has(id))
  const nodes = listOf(snapshot, 'node').map(({ id, name }) => ({ id, label: name }))
  return (
    <div className={styles['places']}>
      {people.length > 0 && (
        <div className={styles['place']}>
          <span>Is already here as</span>
          <Combobox
            label="Is already here as"
            value={given.personId}
            canClear
            placeholder="somebody new"
            options={people.map(({ id, name, isPlaceholder }) => ({ id, label: name, ...(isPlaceholder ? { hint: 'placeholder' } : {}) }))}
            onChange={(personId) => set({ personId })}
          />
        </div>
      )}
      <div className={styles['place']}>
        <span>Takes part in</span>
        <Combobox
          label="Takes part in"
          value={given.nodeId}
          canClear
          placeholder="no node yet"
          options={nodes}
          onChange={(nodeId) => set({ nodeId })}
        />
      </div>
      {given.nodeId !== null && (
        <Select
          label="As"
          value={given.tier}
          options={tiers.map((tier) => ({ value: tier, label: tierWords[tier] }))}
          onChoose={(value) => set({ tier: tiers.find((tier) => tier === value) ?? 'core' })}
        />
      )}
    </div>
  )
}
