'use client'
import { runAction } from '../../../../lib/client/actions/registry.ts'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../lib/client/ritual/big-screen.ts'
import { useLead, useMayLead } from '../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { Icon } from '../../ui/ui-icon.tsx'
import { frameActions } from './actions.ts'
import { useMayShowCode } from './join-code.tsx'

/** What is done with a session as a whole, and seldom. */
export function FrameMenu({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, who } = useNetwork()
  const { isBig, toggle } = useBigScreen()
  const mutate = useMutate()
  const mayLead = useMayLead(ritual)
  const isLead = useLead(ritual)
  const mayTake = mayLead && !isLead
  const mayShowCode = useMayShowCode(ritual)
  const take = () => {
    const facilitatorId = who.personId === null ? null : asId<'person'>(who.personId)
    void mutate([call('ritual.move', { id: ritual.id, facilitatorId })], { toast: 'You lead the session now.' })
  }
  const cancel = () => void mutate([call('ritual.cancel', { id: ritual.id })], { toast: `“${ritual.title}” was called off.` })
  useAction(frameActions.screen, toggle)
  useAction(frameActions.lead, take, { enabled: mayTake })
  const items: MenuItem[] = [{ id: 'screen', label: 'On the big screen', keys: 'shift+b', isChecked: isBig, run: toggle }]
  // the button with the code has no room on a phone
  if (mayShowCode) items.unshift({ id: 'code', label: 'Show the code to join', keys: 'shift+i', run: () => void runAction(frameActions.code.id) })
  if (mayTake) items.push({ id: 'lead', label: 'Take over the lead', run: take })
  if (isLead) items.push({ id: 'cancel', label: 'Call this session off', isDanger: true, run: cancel })
  const leader = find(snapshot, 'person', ritual.facilitatorId)?.name
  const title = leader === undefined ? 'Nobody leads yet' : `${leader} leads`
  return (
    <Menu
      align="end"
      groups={[{ title, items }]}
      trigger={
        <IconButton label="More about this session">
          <Icon name="more" />
        </IconButton>
      }
    />
  )
}
