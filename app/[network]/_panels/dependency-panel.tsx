'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { find, get, listOf, nameOf } from '../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { needInWords, shortDay, stateWords } from '../../components/graph/words.ts'
import { Combobox } from '../../components/ui/combobox.tsx'
import fieldStyles from './field.module.css'
import { DateField, NumberField, ProseField, SelectField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { PanelFrame, Row, Section } from './panel-frame.tsx'
import { KeyResultLink, RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function DependencyPanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('dependency', id)
  const need = get(snapshot, 'dependency', id)
  return (
    <PanelFrame
      entity="dependency"
      id={id}
      name={nameOf(need)}
      place={`need · ${stateWords[need.state]}`}
      title={
        <TitleField
          label="What is needed"
          value={need.what}
          placeholder="What exactly is needed?"
          onSave={(what, revision) => edit({ what }, revision)}
        />
      }
    >
      <Standing need={need} />
      <Sides need={need} />
      <Section title="The promise">
        <SelectField
          label="State"
          value={need.state}
          options={promiseStates.map((state) => ({ value: state, text: stateWords[state] }))}
          onSave={(state, revision) => state && edit({ state }, revision)}
        />
        <Row>
          <DateField label="Needed by" value={need.neededOn} onSave={(neededOn, revision) => edit({ neededOn }, revision)} />
          <DateField label="Promised for" value={need.promisedOn} onSave={(promisedOn, revision) => edit({ promisedOn }, revision)} />
        </Row>
        <NumberField
          label="Strength, 0 to 1"
          hint={need.strength === 1 ? 'It cannot do without.' : 'It would be harder without.'}
          value={need.strength}
          minimum={0}
          maximum={1}
          required
          onSave={(strength, revision) => strength !== null && edit({ strength }, revision)}
        />
        <ProseField
          label="Satisfied when"
          value={need.condition}
          placeholder="How we know that it is there"
          onSave={(condition, revision) => edit({ condition }, revision)}
        />
        <ProseField label="Note" value={need.note} onSave={(note, revision) => edit({ note }, revision)} />
      </Section>
    </PanelFrame>
  )
}

function Standing({ need }: { need: Dependency }) {
  const { assessment, today } = useNetwork()
  const facts = assessment.dependencies.get(need.id)
  if (!facts) return null
  const isBad = facts.marks.length > 0 || need.state === 'declined' || need.state === 'revoked'
  const dates = [
    need.neededOn && `needed by ${shortDay(need.neededOn, today)}`,
    need.promisedOn && `promised for ${shortDay(need.promisedOn, today)}`,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <p className={isBad ? styles.alert : styles.quiet}>
      <strong>{needInWords(facts)}</strong>
      {dates && ` · ${dates}`}
    </p>
  )
}

function Sides({ need }: { need: Dependency }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('dependency', need.id)
  const node = find(snapshot, 'node', need.supplierNodeId)
  const place = (objectiveId: string) => find(snapshot, 'node', find(snapshot, 'objective', objectiveId)?.nodeId ?? null)?.name ?? ''
  const results = listOf(snapshot, 'keyResult').map(({ id, title, objectiveId }) => ({ id: `kr:${id}`, label: title, hint: place(objectiveId) }))
  const nodes = listOf(snapshot, 'node').map(({ id, name }) => ({ id: `node:${id}`, label: name, hint: 'node' }))
  const choose = (choice: string | null) => {
    if (choice?.startsWith('kr:')) edit({ supplierKeyResultId: choice.slice(3), supplierNodeId: null })
    else if (choice?.startsWith('node:')) edit({ supplierKeyResultId: null, supplierNodeId: choice.slice(5) })
  }
  return (
    <>
      <Section title="Who needs it">
        <KeyResultLink id={need.consumerKeyResultId} />
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
        <div className={fieldStyles.field}>
          <span className={fieldStyles.label}>Supplier</span>
          <Combobox
            label="Supplier"
            value={need.supplierKeyResultId ? `kr:${need.supplierKeyResultId}` : `node:${need.supplierNodeId}`}
            options={[...nodes, ...results.filter(({ id }) => id !== `kr:${need.consumerKeyResultId}`)]}
            onChange={choose}
          />
        </div>
      </Section>
    </>
  )
}
