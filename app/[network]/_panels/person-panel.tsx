'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { find, get, referring } from '../../../lib/domain/snapshot.ts'
import { SelectedWhatIf } from '../../components/what-if/door.tsx'
import { TextField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { PanelFrame, Section } from './panel-frame.tsx'
import { KeyResultLink, RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function PersonPanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('person', id)
  const person = get(snapshot, 'person', id)
  const participations = referring(snapshot, 'participation', 'personId', id)
  const objectives = referring(snapshot, 'objective', 'ownerId', id)
  const keyResults = referring(snapshot, 'keyResult', 'ownerId', id)
  return (
    <PanelFrame
      entity="person"
      id={id}
      name={person.name}
      place="person"
      title={<TitleField label="Name" required value={person.name} field="name" onSave={(name, revision) => edit({ name }, revision)} />}
    >
      <TextField
        label="E-mail"
        type="email"
        value={person.email ?? ''}
        field="email"
        onSave={(email, revision) => edit({ email: email || null }, revision)}
      />
      <Section title={`Takes part in · ${participations.length}`}>
        {participations.length === 0 && <p className={styles['quiet']}>No node yet.</p>}
        <ul className={styles['list']}>
          {participations.map((each) => (
            <li key={each.id}>
              <RecordLink kind="node" id={each.nodeId} detail={each.tier}>
                {find(snapshot, 'node', each.nodeId)?.name}
              </RecordLink>
            </li>
          ))}
        </ul>
        {participations.length > 0 && (
          <SelectedWhatIf door={{ without: 'person', id }} className={styles['way']}>
            Without them?
          </SelectedWhatIf>
        )}
      </Section>
      <Section title={`Owns · ${objectives.length + keyResults.length}`}>
        <ul className={styles['list']}>
          {objectives.map((objective) => (
            <li key={objective.id}>
              <RecordLink kind="objective" id={objective.id} detail="objective">
                {objective.title}
              </RecordLink>
            </li>
          ))}
          {keyResults.map((keyResult) => (
            <li key={keyResult.id}>
              <KeyResultLink id={keyResult.id} />
            </li>
          ))}
        </ul>
      </Section>
    </PanelFrame>
  )
}
