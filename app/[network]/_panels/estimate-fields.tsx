'use client'
import { useState } from 'react'
import type { KeyResult } from '../../../lib/domain/entity.ts'
import { type NamedPoints, namedPoints } from '../../../lib/domain/measure/schedule/duration.ts'
import { draftedEstimate } from '../../../lib/domain/measure/schedule/estimate-draft.ts'
import field from './field.module.css'
import { NumberField } from './field.tsx'
import { Row } from './panel-frame.tsx'
import { useEdit } from './use-edit.ts'

/** What was typed and is no whole estimate yet, by key result: it is still there when the panel opens again. */
const typedOf = new Map<string, Partial<NamedPoints>>()

const fields = [
  { point: 'optimistic', label: 'Weeks at best' },
  { point: 'likely', label: 'Weeks likely' },
  { point: 'pessimistic', label: 'Weeks at worst' },
] as const

/** The three points of an estimate. They are kept together or not at all; what is missing is named. */
export function EstimateFields({ keyResult }: { readonly keyResult: KeyResult }) {
  const edit = useEdit('keyResult', keyResult.id)
  const [typed, setTyped] = useState<Partial<NamedPoints>>(typedOf.get(keyResult.id) ?? {})
  const points = { ...namedPoints(keyResult), ...typed }
  const draft = draftedEstimate(points)
  const keep = (next: Partial<NamedPoints>) => {
    const isOpen = Object.keys(next).length > 0
    if (isOpen) typedOf.set(keyResult.id, next)
    else typedOf.delete(keyResult.id)
    setTyped(next)
  }
  const set = (part: Partial<NamedPoints>) => {
    const found = draftedEstimate({ ...points, ...part })
    if (found.kind === 'open') return keep({ ...typed, ...part })
    keep({})
    edit({ estimateWeeks: found.kind === 'none' ? null : found.estimate })
  }
  return (
    <>
      <Row>
        {fields.map(({ point, label }) => (
          <NumberField key={point} label={label} value={points[point]} minimum={0} onSave={(weeks) => set({ [point]: weeks })} />
        ))}
      </Row>
      {draft.kind === 'open' && (
        <p className={field['fault']} role="status">
          {draft.why}
        </p>
      )}
    </>
  )
}
