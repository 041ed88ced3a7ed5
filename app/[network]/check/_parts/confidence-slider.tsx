'use client'
import { useId } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { confidenceActions } from './actions.ts'
import styles from './numbers.module.css'

type Props = { readonly value: number | null; readonly onChange: (value: number) => void }

/** Confidence from 0 to 10: by the slider, or by a number key; 10 by pressing 1 and 0. */
export function ConfidenceSlider({ value, onChange }: Props) {
  const id = useId()
  const shown = value === null ? null : Math.floor(value)
  return (
    <div className={styles['confidence']}>
      {confidenceActions.map((action, tenth) => (
        <NumberKey key={action.id} action={action} run={() => onChange(tenth === 0 && shown === 1 ? 10 : tenth)} />
      ))}
      <label htmlFor={id}>
        Confidence <output htmlFor={id}>{shown ?? 'not said'}</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={10}
        step={1}
        value={shown ?? 5}
        data-unsaid={shown === null || undefined}
        aria-valuetext={shown === null ? 'not said' : String(shown)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        onPointerUp={(event) => onChange(Number(event.currentTarget.value))}
      />
      <div className={styles['scale']} aria-hidden="true">
        <span>0 no chance</span>
        <span>10 done</span>
      </div>
    </div>
  )
}

function NumberKey({ action, run }: { readonly action: (typeof confidenceActions)[number]; readonly run: () => void }) {
  useAction(action, run)
  return null
}
