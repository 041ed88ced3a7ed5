'use client'

import { useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMay } from '../../../lib/client/who.ts'
import type { HealthMetric } from '../../../lib/domain/entity.ts'
import { type HealthHistory, healthWeeks, historyOf } from '../../../lib/domain/health/history.ts'
import { amountText, bandText, standingText } from '../../../lib/domain/health/sentence.ts'
import { find, get, listOf } from '../../../lib/domain/snapshot.ts'
import { shortDay } from '../../components/graph/words.ts'
import { HealthBadge } from '../../components/health/health-badge.tsx'
import { HealthTrend } from '../../components/health/health-trend.tsx'
import { ReadingForm } from '../../components/health/reading-form.tsx'
import { Button } from '../../components/ui/button.tsx'
import { NumberField, ProseField, SelectField, TextField, TitleField } from './field.tsx'
import styles from './health-panel.module.css'
import { OwnerField } from './owner-field.tsx'
import panel from './panel.module.css'
import { readHealthAction } from './panel-actions.ts'
import { PanelFrame, Row, Section } from './panel-frame.tsx'
import { PlaceLine } from './place-line.tsx'
import { useEdit } from './use-edit.ts'

/** A health metric: how it stands, its course, its band, and what has been read. */
export function HealthPanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('healthMetric', id)
  const metric = get(snapshot, 'healthMetric', id)
  const history = historyOf(snapshot, id)
  return (
    <PanelFrame
      entity="healthMetric"
      id={id}
      name={metric.name}
      place={<PlaceLine nodeId={metric.nodeId} word="health metric" />}
      title={<TitleField label="Name" required value={metric.name} field="name" onSave={(name, revision) => edit({ name }, revision)} />}
    >
      <Standing history={history} />
      <Band metric={metric} />
      <Readings history={history} />
      <Section title="Details">
        <SelectField
          label="Node that protects it"
          value={metric.nodeId}
          options={listOf(snapshot, 'node').map((node) => ({ value: node.id, text: node.name }))}
          field="nodeId"
          onSave={(nodeId, revision) => nodeId && edit({ nodeId }, revision)}
        />
        <OwnerField label="Owner" value={metric.ownerId} assign={(ownerId) => [{ name: 'healthMetric.update', input: { id, set: { ownerId } } }]} />
        <ProseField
          label="Description"
          value={metric.description}
          placeholder="What goes wrong when this is not protected, and how it is read"
          field="description"
          onSave={(description, revision) => edit({ description }, revision)}
        />
      </Section>
    </PanelFrame>
  )
}

function Standing({ history }: { history: HealthHistory }) {
  const { today } = useNetwork()
  const mutate = useMutate()
  const [isReading, setReading] = useState(false)
  const may = useMay('healthMetric', history.metric)
  const band = bandText(history.metric)
  useAction(readHealthAction, () => setReading(true), { enabled: may })
  return (
    <Section title="How it stands">
      <HealthBadge status={history.status} size={20} showWord />
      <p>{standingText(history, today)}</p>
      <HealthTrend history={history} width={352} height={56} />
      {band !== null && history.reads.length > 0 && (
        <p className={panel['quiet']}>
          The last {healthWeeks} weeks; the field is {band}.
        </p>
      )}
      {isReading && (
        <ReadingForm
          metric={history.metric}
          onSave={(call) => void mutate([call], { toast: `“${history.metric.name}” was read` })}
          onLeave={() => setReading(false)}
        />
      )}
      {may && !isReading && (
        <div className={panel['buttons']}>
          <Button tone="primary" size="small" onClick={() => setReading(true)}>
            Read it
          </Button>
        </div>
      )}
    </Section>
  )
}

function Band({ metric }: { metric: HealthMetric }) {
  const edit = useEdit('healthMetric', metric.id)
  return (
    <Section title="What is protected">
      <Row>
        <NumberField
          label="Green from"
          value={metric.lower}
          placeholder="no lower end"
          field="lower"
          onSave={(lower, revision) => edit({ lower }, revision)}
        />
        <NumberField
          label="Green up to"
          value={metric.upper}
          placeholder="no upper end"
          field="upper"
          onSave={(upper, revision) => edit({ upper }, revision)}
        />
      </Row>
      <Row>
        <NumberField
          label="Amber, as far outside as"
          value={metric.tolerance}
          minimum={0}
          placeholder="red at once"
          field="tolerance"
          onSave={(tolerance, revision) => edit({ tolerance }, revision)}
        />
        <TextField
          label="Unit"
          value={metric.unit ?? ''}
          placeholder="%, h, people"
          field="unit"
          onSave={(unit, revision) => edit({ unit: unit || null }, revision)}
        />
      </Row>
    </Section>
  )
}

function Readings({ history }: { history: HealthHistory }) {
  const { snapshot, today } = useNetwork()
  const { reads, metric } = history
  if (reads.length === 0) return null
  return (
    <Section title={`Readings · ${reads.length}`}>
      <ol className={`${panel['list']} ${styles['readings']}`} aria-label="Readings">
        {reads.toReversed().map(({ reading, day, status }) => (
          <li key={reading.id}>
            <HealthBadge status={status} />
            <span>
              <strong>{amountText(metric, reading.value)}</strong>
              <span className={panel['quiet']}>
                {' · '}
                <time dateTime={reading.at}>{shortDay(day, today)}</time>
                {reading.personId && ` · ${find(snapshot, 'person', reading.personId)?.name ?? ''}`}
                {reading.note && ` · ${reading.note}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
