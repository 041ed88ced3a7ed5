'use client'

import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { useMay } from '../../../lib/client/who.ts'
import type { Objective } from '../../../lib/domain/entity.ts'
import { get, listOf, referring } from '../../../lib/domain/snapshot.ts'
import { objectiveKinds } from '../../../lib/domain/vocabulary.ts'
import { counted, percent } from '../../components/graph/words.ts'
import { Button } from '../../components/ui/button.tsx'
import { ProgressBar } from '../../components/ui/progress-bar.tsx'
import { ChoicesField, NumberField, ProseField, SelectField, TitleField } from './field.tsx'
import { OwnerField } from './owner-field.tsx'
import styles from './panel.module.css'
import { addKeyResultAction } from './panel-actions.ts'
import { PanelFrame, Row, Section } from './panel-frame.tsx'
import { PlaceLine } from './place-line.tsx'
import { RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function ObjectivePanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('objective', id)
  const objective = get(snapshot, 'objective', id)
  return (
    <PanelFrame
      entity="objective"
      id={id}
      name={objective.title}
      place={<PlaceLine nodeId={objective.nodeId} word="objective" />}
      title={<TitleField label="Title" required value={objective.title} field="title" onSave={(title, revision) => edit({ title }, revision)} />}
    >
      <Summary id={id} />
      <KeyResults objective={objective} />
      <Section title="Details">
        <Row>
          <SelectField
            label="Node"
            value={objective.nodeId}
            options={listOf(snapshot, 'node').map((node) => ({ value: node.id, text: node.name }))}
            field="nodeId"
            onSave={(nodeId, revision) => nodeId && edit({ nodeId }, revision)}
          />
          <SelectField
            label="Cycle"
            value={objective.cycleId}
            options={listOf(snapshot, 'cycle').map((cycle) => ({ value: cycle.id, text: cycle.name }))}
            field="cycleId"
            onSave={(cycleId, revision) => cycleId && edit({ cycleId }, revision)}
          />
        </Row>
        <Row>
          <SelectField
            label="Kind"
            value={objective.kind}
            options={objectiveKinds.map((kind) => ({ value: kind, text: kind }))}
            none="not said"
            field="kind"
            onSave={(kind, revision) => edit({ kind }, revision)}
          />
          <NumberField
            label="Weight"
            value={objective.weight}
            minimum={0}
            placeholder="1"
            field="weight"
            onSave={(weight, revision) => edit({ weight }, revision)}
          />
        </Row>
        <OwnerField label="Owner" value={objective.ownerId} assign={(ownerId) => [{ name: 'objective.update', input: { id, set: { ownerId } } }]} />
        <ProseField
          label="Description"
          value={objective.description}
          field="description"
          onSave={(description, revision) => edit({ description }, revision)}
        />
      </Section>
      <Goals objective={objective} />
    </PanelFrame>
  )
}

function Summary({ id }: { id: string }) {
  const { assessment } = useNetwork()
  const facts = assessment.objectives.get(id)
  if (!facts) return null
  const { progress, expected } = facts
  return (
    <>
      <ProgressBar value={progress.share} expected={expected} colour="var(--accent)" />
      <p className={styles['quiet']}>
        {progress.share === null ? 'Progress unknown' : `${percent(progress.share)}, ${progress.known} of ${progress.total} known`}
        {expected !== null && ` · ${percent(expected)} expected today`}
        {` · needs ${facts.needs}, gives ${facts.gives}`}
        {facts.grade.share !== null && ` · grade ${facts.grade.share.toFixed(1)}`}
      </p>
    </>
  )
}

function KeyResults({ objective }: { objective: Objective }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const keyResults = referring(snapshot, 'keyResult', 'objectiveId', objective.id)
  const add = () => {
    const id = freshId('keyResult')
    const input = { id, objectiveId: objective.id, title: 'New key result', metric: { kind: 'increase' } }
    void mutate([{ name: 'keyResult.create', input }]).then((done) => done && select('kr', id))
  }
  useAction(addKeyResultAction, add, { enabled: useMay('objective', objective) })
  return (
    <Section title={counted(keyResults.length, 'key result')}>
      <ul className={styles['list']}>
        {keyResults.map(({ id, title }) => {
          const facts = assessment.keyResults.get(id)
          return (
            <li key={id}>
              <RecordLink
                kind="kr"
                id={id}
                status={facts?.display ?? null}
                detail={facts?.progress.share == null ? 'progress unknown' : `${percent(facts.progress.share)} done`}
              >
                {title}
              </RecordLink>
            </li>
          )
        })}
      </ul>
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={add}>Add a key result</Button>
        </div>
      </IfMayEdit>
    </Section>
  )
}

function Goals({ objective }: { objective: Objective }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('objective', objective.id)
  const goals = listOf(snapshot, 'goal')
  if (goals.length === 0) return null
  return (
    <Section title="Goals it serves">
      <ChoicesField
        label="Goals"
        values={objective.goalIds}
        options={goals.map(({ id, name }) => ({ value: id, text: name }))}
        onSave={(goalIds) => edit({ goalIds })}
      />
      <ul className={styles['list']}>
        {goals
          .filter(({ id }) => objective.goalIds.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <RecordLink kind="goal" id={id}>
                {name}
              </RecordLink>
            </li>
          ))}
      </ul>
    </Section>
  )
}
