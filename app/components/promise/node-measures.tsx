'use client'
import { useMemo, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { promiseMeasures } from '../../../lib/domain/promise/measures.ts'
import { NeedLine } from '../ritual/need-line.tsx'
import { Button } from '../ui/button.tsx'
import { behindMeasure } from './behind-measure.ts'
import { type MeasureLine, measureLines } from './measure-lines.ts'
import styles from './node-promises.module.css'

const atFirst = 3

/** How asking and promising goes for a node: three numbers at most until somebody wants the rest; never of a person. */
export function NodeMeasures({ nodeId }: { readonly nodeId: string }) {
  const { snapshot, assessment, today } = useNetwork()
  const [isAll, setAll] = useState(false)
  const lines = useMemo(() => measureLines(promiseMeasures(snapshot, assessment, nodeId, today)), [snapshot, assessment, nodeId, today])
  if (lines.every(({ value }) => value === null)) return null
  const shown = isAll ? lines : lines.slice(0, atFirst)
  return (
    <div className={styles['measures']}>
      {shown.map((line) => (
        <Measure key={line.key} nodeId={nodeId} line={line} />
      ))}
      {!isAll && (
        <Button size="small" tone="quiet" onClick={() => setAll(true)}>
          {lines.length - atFirst} more
        </Button>
      )}
    </div>
  )
}

function Measure({ nodeId, line }: { readonly nodeId: string; readonly line: MeasureLine }) {
  const { snapshot, assessment } = useNetwork()
  const [isOpen, setOpen] = useState(false)
  const ids = useMemo(() => (isOpen ? behindMeasure(snapshot, assessment, nodeId, line.key) : []), [isOpen, snapshot, assessment, nodeId, line.key])
  return (
    <div className={styles['measure']} role="group" aria-label={line.name}>
      <p className={styles['measureHead']}>
        <span>{line.name}</span>
        <b data-unknown={line.value === null || undefined}>{line.value ?? 'unknown'}</b>
      </p>
      <p className={styles['reading']}>{line.reading}</p>
      <div className={styles['measureFoot']}>
        <details>
          <summary>How this is worked out</summary>
          <p>{line.how}</p>
        </details>
        {line.value !== null && (
          <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show me'}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul className={styles['behind']}>
          {ids.map((id) => (
            <li key={id}>
              <NeedLine needId={id} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
