'use client'

import { type FormEvent, useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { createHealthMetric, healthChips } from '../../../lib/client/health-line.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMay } from '../../../lib/client/who.ts'
import { get, referring } from '../../../lib/domain/snapshot.ts'
import { HealthList } from '../../components/health/health-list.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Chip } from '../../components/ui/chip.tsx'
import { TextField } from '../../components/ui/field.tsx'
import styles from './node-health.module.css'
import panel from './panel.module.css'
import { addHealthAction } from './panel-actions.ts'
import { Section } from './panel-frame.tsx'

/** What a node protects while it pursues its key results. */
export function NodeHealth({ nodeId }: { nodeId: string }) {
  const { snapshot } = useNetwork()
  const [reading, setReading] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const may = useMay('node', get(snapshot, 'node', nodeId))
  const metrics = referring(snapshot, 'healthMetric', 'nodeId', nodeId)
  useAction(addHealthAction, () => setAdding(true), { enabled: may })
  return (
    <Section title={`Protects · ${metrics.length}`}>
      {metrics.length === 0 && <p className={panel['quiet']}>Nothing yet. A health metric is what must not suffer while the key results move.</p>}
      {metrics.length > 0 && <HealthList metrics={metrics} reading={reading} onRead={setReading} />}
      {isAdding && <NewLine nodeId={nodeId} onDone={() => setAdding(false)} />}
      {may && !isAdding && (
        <div className={panel['buttons']}>
          <Button size="small" onClick={() => setAdding(true)}>
            Add a health metric
          </Button>
        </div>
      )}
    </Section>
  )
}

function NewLine({ nodeId, onDone }: { nodeId: string; onDone: () => void }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const [text, setText] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const made = createHealthMetric(snapshot, { nodeId }, text)
    if (made) void mutate(made.calls, { toast: 'Added' }).then((done) => done && onDone())
  }
  return (
    <form
      className={styles['line']}
      data-scope="text"
      aria-label="New health metric"
      onSubmit={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <TextField
        label="What it protects, in one line"
        value={text}
        autoFocus
        maxLength={1_000}
        placeholder="People who would stay 80..100 % ±5 @ana"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <p className={styles['understood']} role="status" aria-label="Understood">
          {healthChips(snapshot, text).map(({ key, text: said, isDoubtful }) => (
            <Chip key={key} tone={isDoubtful ? 'warning' : 'accent'}>
              {said}
            </Chip>
          ))}
        </p>
      )}
      <div className={panel['buttons']}>
        <Button type="submit" tone="primary" size="small" disabled={text.trim() === ''}>
          Add
        </Button>
        <Button size="small" tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
