'use client'

import { useRef } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { useMayAdd, useRefusal } from '../../../lib/client/who.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import type { Participation } from '../../../lib/domain/entity.ts'
import { find, listOf, referring } from '../../../lib/domain/snapshot.ts'
import { tiers } from '../../../lib/domain/vocabulary.ts'
import { IconButton } from '../../components/ui/button.tsx'
import { Combobox } from '../../components/ui/combobox.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'
import field from './field.module.css'
import { DateField, SelectField } from './field.tsx'
import panel from './panel.module.css'
import { addParticipationAction } from './panel-actions.ts'
import { Row } from './panel-frame.tsx'
import styles from './record-link.module.css'
import { useEdit } from './use-edit.ts'

const tierWords: Record<Participation['tier'], string> = {
  lead: 'leads',
  core: 'core member',
  'co-creator': 'co-creator',
  resonance: 'one-off contribution',
}

/** Who takes part in a node, by tier, with the time for which it holds. */
export function ParticipationList({ nodeId }: { nodeId: string }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const adder = useRef<HTMLDivElement>(null)
  const mayAddPerson = useMayAdd('person')
  useAction(addParticipationAction, () => adder.current?.querySelector('button')?.click(), { enabled: useRefusal() === null })
  const parts = referring(snapshot, 'participation', 'nodeId', nodeId).toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier))
  const options = [
    ...listOf(snapshot, 'person').map(({ id, name }) => ({ id: `person:${id}`, label: name, hint: 'person' })),
    ...listOf(snapshot, 'team').map(({ id, name }) => ({ id: `team:${id}`, label: name, hint: 'team' })),
  ]
  const join = (who: { personId: string } | { teamId: string }, before: readonly CommandCall[] = []) => {
    const tier = parts.some((each) => each.tier === 'lead') ? 'core' : 'lead'
    void mutate([...before, { name: 'participation.create', input: { id: freshId('participation'), nodeId, tier, ...who } }])
  }
  const choose = (choice: string | null) => {
    if (choice?.startsWith('person:')) join({ personId: choice.slice('person:'.length) })
    else if (choice?.startsWith('team:')) join({ teamId: choice.slice('team:'.length) })
  }
  const create = (name: string) => {
    const personId = freshId('person')
    join({ personId }, [{ name: 'person.create', input: { id: personId, name } }])
  }
  return (
    <>
      {parts.length === 0 && <p className={panel['quiet']}>Nobody yet.</p>}
      <ul className={panel['list']}>
        {parts.map((participation) => (
          <li key={participation.id} style={{ flexDirection: 'column', paddingBlock: 6 }}>
            <ParticipationRow participation={participation} />
          </li>
        ))}
      </ul>
      <IfMayEdit>
        <div ref={adder} className={field['field']}>
          <span className={field['label']}>Add a person or team</span>
          <Combobox
            label="Add a person or team"
            value={null}
            placeholder="Type a name"
            options={options}
            createWord="Add the person"
            {...(mayAddPerson ? { onCreate: create } : {})}
            onChange={choose}
          />
        </div>
      </IfMayEdit>
    </>
  )
}

function ParticipationRow({ participation }: { participation: Participation }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const edit = useEdit('participation', participation.id)
  const person = find(snapshot, 'person', participation.personId)
  const team = find(snapshot, 'team', participation.teamId)
  const name = person?.name ?? team?.name ?? ''
  return (
    <>
      <div style={{ display: 'flex', width: '100%', alignItems: 'center' }}>
        {person ? (
          <button type="button" className={styles['link']} onClick={() => select('person', person.id)}>
            <strong>{name}</strong>
          </button>
        ) : (
          <span className={styles['link']}>
            <strong>{name}</strong>&nbsp;<small>team</small>
          </span>
        )}
        <IfMayEdit>
          <IconButton
            size="small"
            label={`Remove ${name} from this node`}
            onClick={() => void mutate([{ name: 'participation.delete', input: { id: participation.id } }], { toast: `${name} removed` })}
          >
            <Icon name="close" size={14} />
          </IconButton>
        </IfMayEdit>
      </div>
      <Row>
        <SelectField
          label="Tier"
          value={participation.tier}
          options={tiers.map((tier) => ({ value: tier, text: tierWords[tier] }))}
          onSave={(tier, revision) => tier && edit({ tier }, revision)}
        />
        <DateField label="From" value={participation.from} onSave={(from, revision) => edit({ from }, revision)} />
        <DateField label="Until" value={participation.until} onSave={(until, revision) => edit({ until }, revision)} />
      </Row>
    </>
  )
}
