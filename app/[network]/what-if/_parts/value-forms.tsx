'use client'
import { type ReactNode, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { confidenceFromTen, confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { downstreamOf } from '../../../../lib/domain/plan/reach.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { ConfidenceChoice } from '../../../components/check-in/confidence-choice.tsx'
import { keyResultsOf, suppliersFor } from '../../../components/needs/suppliers.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select, TextField } from '../../../components/ui/field.tsx'
import { Picker } from '../../../components/ui/picker.tsx'
import styles from './what-if.module.css'
import { editFrom } from './with-edit.ts'

type Props = { readonly id: string; readonly edit: WhatIfEdit | null; readonly onEdit: (edit: WhatIfEdit | null) => void }
type FormProps = { readonly made: WhatIfEdit | null; readonly onEdit: Props['onEdit']; readonly title: string; readonly children: ReactNode }

function ValueForm({ made, onEdit, title, children }: FormProps) {
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        onEdit(made)
      }}
    >
      <p className={styles['formTitle']}>{title}</p>
      {children}
      <Button type="submit" tone="primary" disabled={made === null}>
        Suppose it
      </Button>
    </form>
  )
}

/** The focus goes to the first field of a form that a press has opened. */
function focusFirst(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('input:checked') ?? form?.querySelector('input')
  first?.focus()
}

/** What it needs may still fail: certain is only its own part, and missed it is by that alone. */
const ends = [
  { confidence: 1, label: 'Its own part is certain' },
  { confidence: 0, label: 'It is missed' },
] as const

/** How sure it is: a number key, or one of the two ends that a what-if is mostly about. */
export function ConfidenceForm({ id, edit, onEdit }: Props) {
  const { snapshot } = useNetwork()
  const keyResult = find(snapshot, 'keyResult', id)
  const now = edit?.kind === 'confidence' ? edit.confidence : (keyResult?.confidence ?? null)
  const [tenth, setTenth] = useState(now === null ? 5 : Math.round(confidenceInTen(now)))
  const made = editFrom({ kind: 'confidence', keyResultId: id, confidence: confidenceFromTen(tenth) })
  return (
    <ValueForm made={made} onEdit={onEdit} title={keyResult?.title ?? ''}>
      <div className={styles['ends']}>
        {ends.map(({ confidence, label }) => (
          <Button key={label} onClick={() => onEdit(editFrom({ kind: 'confidence', keyResultId: id, confidence }))}>
            {label}
          </Button>
        ))}
      </div>
      <div ref={focusFirst}>
        <ConfidenceChoice value={tenth} onChange={setTenth} />
      </div>
      <p className={styles['quiet']}>Its own confidence from 0 to 10, if all that it needs is there.</p>
    </ValueForm>
  )
}

export function DueForm({ id, edit, onEdit }: Props) {
  const { snapshot, today } = useNetwork()
  const keyResult = find(snapshot, 'keyResult', id)
  const [dueOn, setDueOn] = useState(edit?.kind === 'due' ? edit.dueOn : (keyResult?.dueOn ?? today))
  return (
    <ValueForm made={editFrom({ kind: 'due', keyResultId: id, dueOn })} onEdit={onEdit} title={keyResult?.title ?? ''}>
      <TextField label="Due on" type="date" autoFocus value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
    </ValueForm>
  )
}

export function PromiseForm({ id, edit, onEdit }: Props) {
  const { snapshot } = useNetwork()
  const need = find(snapshot, 'dependency', id)
  const own = edit?.kind === 'promise' ? edit : null
  const [promisedOn, setPromisedOn] = useState(own?.promisedOn ?? need?.promisedOn ?? '')
  const [neededOn, setNeededOn] = useState(own?.neededOn ?? need?.neededOn ?? '')
  const other = (day: string, was: string | null | undefined) => (day === '' || day === was ? null : day)
  const made = editFrom({
    kind: 'promise',
    dependencyId: id,
    promisedOn: other(promisedOn, need?.promisedOn),
    neededOn: other(neededOn, need?.neededOn),
  })
  const title = need ? `${need.what || 'What is needed'}, for ${find(snapshot, 'keyResult', need.consumerKeyResultId)?.title ?? ''}` : ''
  return (
    <ValueForm made={made} onEdit={onEdit} title={title}>
      <TextField label="Promised for" type="date" autoFocus value={promisedOn} onChange={(event) => setPromisedOn(event.currentTarget.value)} />
      <TextField label="Needed on" type="date" value={neededOn} onChange={(event) => setNeededOn(event.currentTarget.value)} />
    </ValueForm>
  )
}

/** Which key result may meet a need as well: any that does not wait for the one that needs it. */
export function SecondForm({ id, onEdit }: Pick<Props, 'id' | 'onEdit'>) {
  const { snapshot, assessment, cycle } = useNetwork()
  const need = find(snapshot, 'dependency', id)
  if (!need) return null
  const waiting = downstreamOf(needGraph(snapshot, null), need.consumerKeyResultId)
  const isOther = (keyResultId: string) =>
    ![need.consumerKeyResultId, need.supplierKeyResultId].some((each) => each === keyResultId) && !waiting.has(keyResultId)
  const options = keyResultsOf(snapshot, assessment, cycle?.id ?? null)
    .map((option) => ({ ...option, id: option.id.slice('kr:'.length) }))
    .filter((option) => isOther(option.id))
  return (
    <Picker
      label="Which key result gives it as well?"
      placeholder="Which key result gives it as well?"
      emptyText="Every other key result of this cycle waits for the one that needs it."
      isFocused
      options={options}
      onChoose={(supplierKeyResultId) => onEdit(editFrom({ kind: 'second', dependencyId: id, supplierKeyResultId }))}
    />
  )
}

const strengths = [
  { value: '1', label: 'cannot do without' },
  { value: '0.7', label: 'needs it much' },
  { value: '0.5', label: 'it helps' },
  { value: '0.2', label: 'it helps a little' },
] as const

/** Supplier options name their kind: `kr:ID`, `node:ID`. */
function supplierIn(option: string): { readonly supplierKeyResultId: string } | { readonly supplierNodeId: string } {
  const id = option.slice(option.indexOf(':') + 1)
  return option.startsWith('kr:') ? { supplierKeyResultId: id } : { supplierNodeId: id }
}

function optionOf(edit: WhatIfEdit | null): string | null {
  if (edit?.kind !== 'add') return null
  return edit.supplierKeyResultId === null ? `node:${edit.supplierNodeId ?? ''}` : `kr:${edit.supplierKeyResultId}`
}

export function NeedForm({ id, edit, onEdit }: Props) {
  const { snapshot, assessment } = useNetwork()
  const [supplier, setSupplier] = useState(optionOf(edit))
  const [strength, setStrength] = useState(edit?.kind === 'add' ? String(edit.strength) : '1')
  const [what, setWhat] = useState(edit?.kind === 'add' ? edit.what : '')
  const options = suppliersFor(snapshot, assessment, id)
  if (supplier === null) return <Picker label="Who gives it?" placeholder="Who gives it?" isFocused options={options} onChoose={setSupplier} />
  const made = editFrom({ kind: 'add', consumerKeyResultId: id, ...supplierIn(supplier), strength: Number(strength), what: what.trim() })
  const name = options.find((option) => option.id === supplier)?.label ?? ''
  return (
    <ValueForm made={made} onEdit={onEdit} title={`${find(snapshot, 'keyResult', id)?.title ?? ''} needs something of ${name}`}>
      <TextField label="What is needed" maxLength={200} autoFocus value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <Select label="How much it counts" options={strengths} value={strength} onChoose={setStrength} />
    </ValueForm>
  )
}
