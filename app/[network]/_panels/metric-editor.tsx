'use client'

import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import type { Metric, MetricKind, MetricOf } from '../../../lib/domain/metric.ts'
import { Button, IconButton } from '../../components/ui/button.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'
import { NumberField, ProseField, SelectField, TextField } from './field.tsx'
import type { Option } from './field-editors.tsx'
import styles from './panel.module.css'
import { Row } from './panel-frame.tsx'

const kinds: readonly Option<MetricKind>[] = [
  { value: 'increase', text: 'grow a number' },
  { value: 'decrease', text: 'bring a number down' },
  { value: 'maintain', text: 'keep a number within limits' },
  { value: 'milestone', text: 'steps to take' },
  { value: 'boolean', text: 'yes or no' },
  { value: 'ordinal', text: 'zones in words' },
]

const blank: { readonly [K in MetricKind]: MetricOf<K> } = {
  increase: { kind: 'increase', baseline: null, target: null, current: null, unit: null, commit: null, stretch: null },
  decrease: { kind: 'decrease', baseline: null, target: null, current: null, unit: null, commit: null, stretch: null },
  maintain: { kind: 'maintain', lower: null, upper: null, current: null, unit: null },
  milestone: { kind: 'milestone', steps: [] },
  boolean: { kind: 'boolean', current: null },
  ordinal: { kind: 'ordinal', zones: { commit: null, target: null, stretch: null }, current: null },
}

/** The metric of another kind, with as much of this one as both have. */
function turnedInto(kind: MetricKind, metric: Metric): Metric {
  const isDirected = (each: Metric) => each.kind === 'increase' || each.kind === 'decrease'
  if (isDirected(metric) && (kind === 'increase' || kind === 'decrease')) return { ...metric, kind } as Metric
  return blank[kind]
}

type Save = (metric: Record<string, unknown>, revision?: number) => void
type EditorProps<K extends MetricKind> = { readonly metric: MetricOf<K>; readonly save: Save }

/** How a key result is measured, with the fields that its kind has. */
export function MetricEditor({ metric, save }: { metric: Metric; save: Save }) {
  return (
    <>
      <SelectField label="Measured by" value={metric.kind} options={kinds} onSave={(kind) => kind && save(turnedInto(kind, metric))} />
      <KindEditor metric={metric} save={save} />
    </>
  )
}

function KindEditor({ metric, save }: { metric: Metric; save: Save }) {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return <DirectedEditor metric={metric} save={save} />
    case 'maintain':
      return <MaintainEditor metric={metric} save={save} />
    case 'milestone':
      return <StepsEditor metric={metric} save={save} />
    case 'boolean':
      return (
        <SelectField
          label="Reached"
          value={metric.current === null ? null : metric.current === 1 ? 'yes' : 'no'}
          options={[
            { value: 'yes', text: 'yes' },
            { value: 'no', text: 'not yet' },
          ]}
          none="not said yet"
          field="metric.current"
          onSave={(answer, revision) => save({ current: answer === null ? null : answer === 'yes' ? 1 : 0 }, revision)}
        />
      )
    case 'ordinal':
      return <ZonesEditor metric={metric} save={save} />
  }
}

function DirectedEditor({ metric, save }: EditorProps<'increase' | 'decrease'>) {
  return (
    <>
      <Row>
        <NumberField label="From" value={metric.baseline} field="metric.baseline" onSave={(baseline, revision) => save({ baseline }, revision)} />
        <NumberField label="To" value={metric.target} field="metric.target" onSave={(target, revision) => save({ target }, revision)} />
        <NumberField label="Now" value={metric.current} field="metric.current" onSave={(current, revision) => save({ current }, revision)} />
      </Row>
      <Row>
        <TextField
          label="Unit"
          value={metric.unit ?? ''}
          placeholder="such as % or days"
          field="metric.unit"
          onSave={(unit, revision) => save({ unit: unit || null }, revision)}
        />
        <NumberField
          label="Commit (0.3)"
          value={metric.commit}
          placeholder="none"
          field="metric.commit"
          onSave={(commit, revision) => save({ commit }, revision)}
        />
        <NumberField
          label="Stretch (1.0)"
          value={metric.stretch}
          placeholder="none"
          field="metric.stretch"
          onSave={(stretch, revision) => save({ stretch }, revision)}
        />
      </Row>
    </>
  )
}

function MaintainEditor({ metric, save }: EditorProps<'maintain'>) {
  return (
    <>
      <Row>
        <NumberField
          label="At least"
          value={metric.lower}
          placeholder="no limit"
          field="metric.lower"
          onSave={(lower, revision) => save({ lower }, revision)}
        />
        <NumberField
          label="At most"
          value={metric.upper}
          placeholder="no limit"
          field="metric.upper"
          onSave={(upper, revision) => save({ upper }, revision)}
        />
        <NumberField label="Now" value={metric.current} field="metric.current" onSave={(current, revision) => save({ current }, revision)} />
      </Row>
      <TextField label="Unit" value={metric.unit ?? ''} field="metric.unit" onSave={(unit, revision) => save({ unit: unit || null }, revision)} />
    </>
  )
}

function StepsEditor({ metric: { steps }, save }: EditorProps<'milestone'>) {
  const change = (at: number, part: Partial<(typeof steps)[number]>) =>
    save({ steps: steps.map((step, index) => (index === at ? { ...step, ...part } : step)) })
  return (
    <>
      <ol className={styles['list']}>
        {steps.map((step, at) => (
          <li key={`${at}-${step.name}`} style={{ alignItems: 'flex-end', paddingBlock: 6 }}>
            <div style={{ flex: 1 }}>
              <TextField label={`Step ${at + 1}`} value={step.name} required onSave={(name) => change(at, { name })} />
            </div>
            <div style={{ width: 72 }}>
              <NumberField label="Weight" value={step.weight} minimum={0} placeholder="1" onSave={(weight) => change(at, { weight })} />
            </div>
            <div style={{ width: 72 }}>
              <NumberField
                label="Done %"
                value={step.done === null ? null : Math.round(step.done * 100)}
                minimum={0}
                maximum={100}
                onSave={(done) => change(at, { done: done === null ? null : done / 100 })}
              />
            </div>
            <IfMayEdit>
              <IconButton size="small" label={`Remove step ${step.name}`} onClick={() => save({ steps: steps.filter((_, index) => index !== at) })}>
                <Icon name="close" size={14} />
              </IconButton>
            </IfMayEdit>
          </li>
        ))}
      </ol>
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={() => save({ steps: [...steps, { name: `Step ${steps.length + 1}`, weight: null, done: 0 }] })}>Add a step</Button>
        </div>
      </IfMayEdit>
    </>
  )
}

const zoneNames = ['commit', 'target', 'stretch'] as const

function ZonesEditor({ metric: { zones, current }, save }: EditorProps<'ordinal'>) {
  return (
    <>
      {zoneNames.map((zone) => (
        <ProseField
          key={zone}
          label={`What ${zone} looks like`}
          rows={1}
          value={zones[zone]}
          field="metric.zones"
          onSave={(text, revision) => save({ zones: { ...zones, [zone]: text } }, revision)}
        />
      ))}
      <SelectField
        label="Reached"
        value={current}
        options={[{ value: 'fail', text: 'not yet commit' }, ...zoneNames.map((zone) => ({ value: zone, text: zone }))]}
        none="not said yet"
        field="metric.current"
        onSave={(zone, revision) => save({ current: zone }, revision)}
      />
    </>
  )
}
