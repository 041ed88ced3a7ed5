'use client'
import { useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../../lib/client/who.ts'
import { type CommandCall, call } from '../../../../lib/domain/command/call.ts'
import type { Node } from '../../../../lib/domain/entity.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import type { tiers } from '../../../../lib/domain/vocabulary.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Picker } from '../../../components/ui/picker.tsx'
import styles from './add-participation.module.css'

type Tier = (typeof tiers)[number]
type Props = { readonly node: Node; readonly on: string; readonly hasLead: boolean }

const somebodyAt = /^(someone|somebody)\b/i

/** Adds a person, a team, or “someone at …” who is not known by name yet: press, type, Enter. */
export function AddParticipation({ node, on, hasLead }: Props) {
  const { snapshot } = useNetwork()
  const mayAsk = useMayAsk()
  const mutate = useMutate()
  const [isOpen, setOpen] = useState(false)
  const tier: Tier = hasLead ? 'core' : 'lead'
  const join = (who: { readonly personId: string } | { readonly teamId: string }, before: readonly CommandCall[] = []) => {
    const id = freshId('participation')
    void mutate([
      ...before,
      { name: 'participation.create', input: { id, nodeId: node.id, tier, from: on, until: null, personId: null, teamId: null, ...who } },
    ])
    setOpen(false)
  }
  const choose = (choice: string) => {
    const [kind = '', id = ''] = choice.split(/:(.*)/s)
    if (kind === 'team') join({ teamId: id })
    else join({ personId: id })
  }
  const create = (name: string) => {
    const personId = freshId('person')
    join({ personId }, [call('person.create', { id: personId, name, isPlaceholder: somebodyAt.test(name) })])
  }
  const may = mayAsk('participation', {
    id: freshId('participation'),
    rank: 0,
    nodeId: node.id,
    personId: null,
    teamId: null,
    tier,
    from: on,
    until: null,
  })
  if (!may) return null
  if (!isOpen)
    return (
      <button type="button" className={styles['add']} onClick={() => setOpen(true)} aria-label={`Add somebody to ${node.name}`}>
        + add somebody
      </button>
    )
  return (
    <div className={styles['adder']}>
      <Picker
        label={`Who takes part in ${node.name}?`}
        placeholder="A name, a team, or “someone at …”"
        isFocused
        limit={6}
        options={[
          ...listOf(snapshot, 'person').map(({ id, name, isPlaceholder }) => ({
            id: `person:${id}`,
            label: name,
            hint: isPlaceholder ? 'not known by name' : 'person',
          })),
          ...listOf(snapshot, 'team').map(({ id, name }) => ({ id: `team:${id}`, label: name, hint: 'team' })),
        ]}
        onChoose={choose}
        onCreate={create}
        createWord="Add"
        onCancel={() => setOpen(false)}
      />
      <Button size="small" tone="quiet" onClick={() => setOpen(false)}>
        Cancel
      </Button>
    </div>
  )
}
