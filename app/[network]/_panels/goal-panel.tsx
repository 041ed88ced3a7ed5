'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { find, get, listOf, referring } from '../../../lib/domain/snapshot.ts'
import { percent } from '../../components/graph/words.ts'
import { Combobox } from '../../components/ui/combobox.tsx'
import field from './field.module.css'
import { ProseField, SelectField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { PanelFrame, Section } from './panel-frame.tsx'
import { KeyResultLink, RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function GoalPanel({ id }: { id: string }) {
  const { snapshot, assessment } = useNetwork()
  const edit = useEdit('goal', id)
  const goal = get(snapshot, 'goal', id)
  const objectives = referring(snapshot, 'objective', 'goalIds', id)
  return (
    <PanelFrame
      entity="goal"
      id={id}
      name={goal.name}
      place="goal"
      title={<TitleField label="Name" required value={goal.name} field="name" onSave={(name, revision) => edit({ name }, revision)} />}
    >
      <ProseField
        label="Description"
        value={goal.description}
        field="description"
        onSave={(description, revision) => edit({ description }, revision)}
      />
      <SelectField
        label="Value area"
        value={goal.areaId}
        options={listOf(snapshot, 'area').map((area) => ({ value: area.id, text: area.name }))}
        none="the whole network"
        field="areaId"
        onSave={(areaId, revision) => edit({ areaId }, revision)}
      />
      <Section title="Measured by">
        {goal.keyResultId && <KeyResultLink id={goal.keyResultId} />}
        <div className={field['field']}>
          <span className={field['label']}>Key result</span>
          <Combobox
            label="Key result that measures it"
            value={goal.keyResultId}
            canClear
            placeholder="none yet"
            options={listOf(snapshot, 'keyResult').map(({ id: keyResultId, title, objectiveId }) => ({
              id: keyResultId,
              label: title,
              hint: find(snapshot, 'objective', objectiveId)?.title ?? '',
            }))}
            onChange={(keyResultId) => edit({ keyResultId })}
          />
        </div>
      </Section>
      <Section title={`Served by · ${objectives.length}`}>
        {objectives.length === 0 && <p className={styles['quiet']}>No objective serves it yet. Choose the goal in an objective’s panel.</p>}
        <ul className={styles['list']}>
          {objectives.map((objective) => (
            <li key={objective.id}>
              <RecordLink
                kind="objective"
                id={objective.id}
                detail={`${find(snapshot, 'node', objective.nodeId)?.name ?? ''} · ${percent(assessment.objectives.get(objective.id)?.progress.share ?? null)}`}
              >
                {objective.title}
              </RecordLink>
            </li>
          ))}
        </ul>
      </Section>
    </PanelFrame>
  )
}
