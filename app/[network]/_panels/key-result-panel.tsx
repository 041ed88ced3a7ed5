'use client'

import { useRef } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMay } from '../../../lib/client/who.ts'
import type { KeyResult } from '../../../lib/domain/entity.ts'
import type { KeyResultAssessment } from '../../../lib/domain/okr/assessment.ts'
import { confidenceFromTen, confidenceInTen } from '../../../lib/domain/okr/confidence.ts'
import { blockedSentence } from '../../../lib/domain/plan/cause-sentence.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { find, get, listOf, referring } from '../../../lib/domain/snapshot.ts'
import { RestsOn } from '../../components/figure/rests-on.tsx'
import { askNeed, askOffer } from '../../components/graph/connect-prompts.ts'
import { counted, percent, shortDay, valueInWords } from '../../components/graph/words.ts'
import { useSpeaksFor } from '../../components/promise/use-speaks-for.ts'
import { Sources } from '../../components/sources/sources.tsx'
import { Button } from '../../components/ui/button.tsx'
import { ProgressBar } from '../../components/ui/progress-bar.tsx'
import { StatusBadge, statusWords } from '../../components/ui/status-badge.tsx'
import { SelectedWhatIf } from '../../components/what-if/door.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { CheckInHistory } from './check-in-history.tsx'
import { EstimateFields } from './estimate-fields.tsx'
import { DateField, NumberField, SelectField, TitleField } from './field.tsx'
import styles from './key-result-panel.module.css'
import { MetricEditor } from './metric-editor.tsx'
import { OwnerField } from './owner-field.tsx'
import panel from './panel.module.css'
import { addNeedAction, addOfferAction, checkInAction } from './panel-actions.ts'
import { More, PanelFrame, Row, Section } from './panel-frame.tsx'
import { PlaceLine } from './place-line.tsx'
import { NeedList, RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function KeyResultPanel({ id }: { id: string }) {
  const { snapshot, assessment } = useNetwork()
  const keyResult = get(snapshot, 'keyResult', id)
  const edit = useEdit('keyResult', id)
  const value = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const facts = assessment.keyResults.get(id)
  const objective = get(snapshot, 'objective', keyResult.objectiveId)
  const may = useMay('keyResult', keyResult)
  useAction(checkInAction, () => value.current?.focus(), { enabled: may })
  const speaks = useSpeaksFor(objective.nodeId)
  useAction(addNeedAction, () => askNeed({ consumerKeyResultId: id }), { enabled: may })
  useAction(addOfferAction, () => askOffer({ supplierKeyResultId: id }), { enabled: speaks })

  return (
    <PanelFrame
      entity="keyResult"
      id={id}
      name={keyResult.title}
      place={<PlaceLine nodeId={objective.nodeId} word="key result" />}
      title={<TitleField label="Title" required value={keyResult.title} field="title" onSave={(title, revision) => edit({ title }, revision)} />}
    >
      <RecordLink kind="objective" id={objective.id} detail="objective">
        {objective.title}
      </RecordLink>
      {facts && <Standing keyResult={keyResult} facts={facts} />}
      <SelectedWhatIf door={{ ask: 'kr', id }} className={panel['way']}>
        What if …
      </SelectedWhatIf>
      <Section title={may ? 'Check in' : 'Check-ins'}>
        <IfMayEdit>
          <CheckInForm key={`${id}:${facts?.lastCheckIn?.id ?? ''}:${keyResult.metric.kind}`} keyResult={keyResult} valueRef={value} />
        </IfMayEdit>
        <CheckInHistory keyResult={keyResult} />
      </Section>
      <Needs id={id} canOffer={speaks} />
      <RestsOn entity="keyResult" id={id} />
      <Section title="Measure">
        <MetricEditor metric={keyResult.metric} save={(metric, revision) => edit({ metric }, revision)} />
        <Sources subject="keyResult" id={id} field="all" of="this key result" />
      </Section>
      <Details keyResult={keyResult} />
    </PanelFrame>
  )
}

/** What the owner says and what the network implies, side by side, never merged. */
function Standing({ keyResult, facts }: { keyResult: KeyResult; facts: KeyResultAssessment }) {
  const { snapshot, assessment, today } = useNetwork()
  const share = facts.progress.share
  const causes = blockedSentence(snapshot, assessment, keyResult.id)
  return (
    <Section title="Where it stands">
      <div className={styles['state']}>
        <span>
          Owner says {facts.stated ? <StatusBadge status={facts.stated} showWord /> : <StatusBadge status="unknown" showWord />}
          {facts.confidence !== null && <span className={panel['quiet']}>{confidenceInTen(facts.confidence)} of 10</span>}
        </span>
        {facts.derived.length > 0 && (
          <span>
            Network says
            {facts.derived.map((status) => (
              <StatusBadge key={status} status={status} showWord />
            ))}
          </span>
        )}
      </div>
      <ProgressBar value={share} expected={facts.expected} colour="var(--accent)" />
      <p className={panel['quiet']}>
        {valueInWords(keyResult.metric)} · {share === null ? 'progress unknown' : `${percent(share)} done`}
        {facts.expected !== null && ` · ${percent(facts.expected)} expected today`}
        {facts.dueOn && ` · due ${shortDay(facts.dueOn, today)}`}
        {facts.lateDays > 0 && ` · late ${counted(facts.lateDays, 'day')}`}
      </p>
      {causes && <p className={styles['alert']}>{sentenceText(causes)}</p>}
      {facts.disagrees && !causes && (
        <p className={styles['alert']}>
          The owner says {statusWords[facts.stated ?? 'unknown']}; the network says {facts.derived.map((each) => statusWords[each]).join(', ')}.
        </p>
      )}
    </Section>
  )
}

function Needs({ id, canOffer }: { id: string; canOffer: boolean }) {
  const { snapshot, assessment } = useNetwork()
  const assessed = (field: 'consumerKeyResultId' | 'supplierKeyResultId') =>
    referring(snapshot, 'dependency', field, id).flatMap((need) => assessment.dependencies.get(need.id) ?? [])
  const [needs, gives] = [assessed('consumerKeyResultId'), assessed('supplierKeyResultId')]
  return (
    <>
      <Section title={`Needs from others · ${needs.length}`}>
        <NeedList needs={needs} side="consumer" empty="It needs nothing from others." />
        <IfMayEdit>
          <div className={panel['buttons']}>
            <Button onClick={() => askNeed({ consumerKeyResultId: id })}>Ask for something</Button>
          </div>
        </IfMayEdit>
      </Section>
      <Section title={`Waited for by · ${gives.length}`}>
        <NeedList needs={gives} side="supplier" empty="Nobody waits for it." />
        {canOffer && (
          <div className={panel['buttons']}>
            <Button onClick={() => askOffer({ supplierKeyResultId: id })}>Offer something</Button>
          </div>
        )}
      </Section>
    </>
  )
}

function Details({ keyResult }: { keyResult: KeyResult }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('keyResult', keyResult.id)
  return (
    <>
      <Section title="Details">
        <Row>
          <OwnerField
            label="Owner"
            value={keyResult.ownerId}
            assign={(ownerId) => [{ name: 'keyResult.update', input: { id: keyResult.id, set: { ownerId } } }]}
          />
          <DateField label="Due" value={keyResult.dueOn} field="dueOn" onSave={(dueOn, revision) => edit({ dueOn }, revision)} />
        </Row>
        <SelectField
          label="Objective"
          value={keyResult.objectiveId}
          options={listOf(snapshot, 'objective').map(({ id, title, nodeId }) => ({
            value: id,
            text: `${title} (${find(snapshot, 'node', nodeId)?.name ?? ''})`,
          }))}
          field="objectiveId"
          onSave={(objectiveId, revision) => objectiveId && edit({ objectiveId }, revision)}
        />
      </Section>
      <More title="Weight, estimate, grade">
        <Row>
          <NumberField
            label="Weight"
            value={keyResult.weight}
            minimum={0}
            placeholder="1"
            hint="0 leaves it out of the mean"
            field="weight"
            onSave={(weight, revision) => edit({ weight }, revision)}
          />
          <NumberField
            label="Confidence, 0 to 10"
            value={keyResult.confidence === null ? null : confidenceInTen(keyResult.confidence)}
            minimum={0}
            maximum={10}
            field="confidence"
            onSave={(ten, revision) => edit({ confidence: ten === null ? null : confidenceFromTen(ten) }, revision)}
          />
          <NumberField
            label="Grade, 0 to 1"
            value={keyResult.grade}
            minimum={0}
            maximum={1}
            placeholder="at the end"
            field="grade"
            onSave={(grade, revision) => edit({ grade }, revision)}
          />
        </Row>
        <EstimateFields keyResult={keyResult} />
      </More>
    </>
  )
}
