'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { dayOf } from '../../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { Invitation } from '../../../../../lib/contract/invitations.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { OneTimeSecret } from '../../../../components/account/one-time-secret.tsx'
import rows from '../../../../components/settings/rows.module.css'
import card from '../../../../components/settings/settings-card.module.css'
import { inviteAction } from '../../../../components/shell/user-actions.ts'
import { Button, IconButton } from '../../../../components/ui/button.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { Part } from '../../_parts/part.tsx'
import { InviteDialog, type Made } from './invite-dialog.tsx'

/** Invitations that are on the way, and the button for the next. */
export function InvitationList() {
  const { slug } = useNetwork()
  const params = { network: slug }
  const read = useCallback(
    () =>
      request<typeof api.invitations.list>({ method: 'GET', path: '/networks/{network}/invitations' }, { params: { network: slug } }).then(
        ({ items }) => items.filter(({ state }) => state === 'open' || state === 'expired'),
      ),
    [slug],
  )
  const { items, refresh, run } = useList(read)
  const [isInviting, setInviting] = useState(useSearchParams().has('invite'))
  const [made, setMade] = useState<Made | null>(null)
  useAction(inviteAction, () => setInviting(true))
  const renew = (id: string) =>
    run(async () => {
      const route = { method: 'POST', path: '/networks/{network}/invitations/{id}/renew' } as const
      setMade(await request<typeof api.invitations.renew>(route, { params: { ...params, id } }))
    })
  const revoke = (id: string) =>
    run(() => {
      setMade(null)
      const route = { method: 'DELETE', path: '/networks/{network}/invitations/{id}' } as const
      return request<typeof api.invitations.revoke>(route, { params: { ...params, id } })
    }, 'The invitation is taken back.')
  return (
    <Part id="invitations" title="Invitations" hint="A link lets one person in and holds for seven days.">
      {made && <MadeLink made={made} />}
      {items !== null && items.length > 0 && (
        <ul className={rows['rows']} aria-label="Invitations">
          {items.map((each) => (
            <Row key={each.id} invitation={each} renew={() => renew(each.id)} revoke={() => revoke(each.id)} />
          ))}
        </ul>
      )}
      {items?.length === 0 && !made && <p className={card['hint']}>Nobody is on the way.</p>}
      <Button tone="primary" aria-keyshortcuts="Shift+I" onClick={() => setInviting(true)}>
        <Icon name="plus" size={14} /> Invite somebody
      </Button>
      {isInviting && (
        <InviteDialog
          onMade={(next) => {
            setMade(next)
            setInviting(false)
            refresh()
          }}
          onClose={() => setInviting(false)}
        />
      )}
    </Part>
  )
}

/** The link of an invitation that was just made: it is shown this once. */
function MadeLink({ made: { item, path, isSent } }: { readonly made: Made }) {
  const note = isSent
    ? `A mail with this link is on its way to ${item.email}. You can pass it on yourself, too.`
    : 'Pass this link on yourself. It lets one person in and is shown only now.'
  return <OneTimeSecret label="Invitation link" secret={`${location.origin}${path}`} note={note} />
}

type RowProps = { readonly invitation: Invitation; readonly renew: () => void; readonly revoke: () => void }

function Row({ invitation, renew, revoke }: RowProps) {
  const { snapshot } = useNetwork()
  const { role, email, personId, nodeId, tier, expiresAt, state } = invitation
  const person = find(snapshot, 'person', personId)?.name
  const node = find(snapshot, 'node', nodeId)?.name
  const guest = person ?? email ?? 'Whoever has the link'
  return (
    <li>
      <span className={rows['who']}>
        <strong>{guest}</strong>
        <small>
          {[person && email, `as ${role}`, node && `${tier} in ${node}`, state === 'expired' ? 'expired' : `until ${dayOf(expiresAt)}`]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <Button size="small" aria-label={`New link for ${guest}`} onClick={renew}>
        New link
      </Button>
      <IconButton size="small" label={`Take back the invitation of ${guest}`} onClick={revoke}>
        <Icon name="trash" size={14} />
      </IconButton>
    </li>
  )
}
