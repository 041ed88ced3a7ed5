'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../lib/client/who.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { find, get, nameOf } from '../../../lib/domain/snapshot.ts'
import { stateWords } from '../../components/graph/words.ts'
import { ChainBehind } from '../../components/promise/chain-behind.tsx'
import { MoveHistory } from '../../components/promise/move-history.tsx'
import { PromiseBody } from '../../components/promise/promise-body.tsx'
import { SelectedWhatIf } from '../../components/what-if/door.tsx'
import { DraftFields } from './draft-fields.tsx'
import field from './field.module.css'
import { ProseField, SelectField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { PanelFrame, Section } from './panel-frame.tsx'
import { KeyResultLink, RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

/** The states in which a need can be deleted: what somebody was asked or has promised ends by a move. */
const deletable: ReadonlySet<string> = new Set(['draft', 'withdrawn', 'cancelled'])

/** A need and its promise: how it stands, whose move it is, what both sides said. Only a draft is edited; the rest changes by moves. */
export function DependencyPanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('dependency', id)
  const need = get(snapshot, 'dependency', id)
  const isDraft = need.state === 'draft'
  return (
    <PanelFrame
      entity="dependency"
      id={id}
      name={nameOf(need)}
      place={`need · ${stateWords[need.state]}`}
      canDelete={deletable.has(need.state)}
      explains
      title={
        isDraft ? (
          <TitleField
            label="What is needed"
            value={need.what}
            placeholder="What exactly is needed?"
            field="what"
            onSave={(what, revision) => edit({ what }, revision)}
          />
        ) : (
          <p className={field['readTitle']}>{need.what || 'Not said what'}</p>
        )
      }
    >
      <PromiseBody need={need} />
      <SelectedWhatIf door={{ ask: 'need', id }} className={styles['way']}>
        What if it is dropped, or late?
      </SelectedWhatIf>
      <Ends need={need} />
      {isDraft && <DraftFields need={need} />}
      {!isDraft && (
        <Section title="What both sides did">
          <MoveHistory dependencyId={id} />
        </Section>
      )}
      <Own need={need} />
    </PanelFrame>
  )
}

function Ends({ need }: { need: Dependency }) {
  const { snapshot } = useNetwork()
  const node = find(snapshot, 'node', need.supplierNodeId)
  return (
    <>
      <Section title="Who needs it">
        <KeyResultLink id={need.consumerKeyResultId} />
        <ChainBehind need={need} />
      </Section>
      <Section title="Who gives it">
        {need.supplierKeyResultId ? (
          <KeyResultLink id={need.supplierKeyResultId} />
        ) : (
          node && (
            <RecordLink kind="node" id={node.id} detail="asked as a node; no key result gives it yet">
              {node.name}
            </RecordLink>
          )
        )}
      </Section>
    </>
  )
}

const strengths = [
  { value: '1', text: 'cannot do without' },
  { value: '0.7', text: 'needs it much' },
  { value: '0.5', text: 'it helps' },
  { value: '0.2', text: 'it helps a little' },
] as const

/** The name nearest to a strength; those between are kept until somebody chooses. */
function strengthOption(strength: number): (typeof strengths)[number]['value'] {
  return strengths.reduce((best, each) => (Math.abs(Number(each.value) - strength) < Math.abs(Number(best.value) - strength) ? each : best)).value
}

/** What the side that needs it says for itself, whatever was promised. */
function Own({ need }: { need: Dependency }) {
  const edit = useEdit('dependency', need.id)
  const mayEdit = useRefusal() === null
  return (
    <Section title="How much it counts">
      <SelectField
        label="Strength"
        hideLabel
        value={strengthOption(need.strength)}
        options={strengths}
        field="strength"
        onSave={(strength, revision) => strength && edit({ strength: Number(strength) }, revision)}
      />
      {(mayEdit || need.note) && (
        <ProseField label="Note of the side that needs it" value={need.note} field="note" onSave={(note, revision) => edit({ note }, revision)} />
      )}
    </Section>
  )
}
