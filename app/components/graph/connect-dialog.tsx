'use client'

import { type FormEvent, useId, useMemo, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { useView } from '../../../lib/client/view.ts'
import { find, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { AskDialog } from '../needs/ask-dialog.tsx'
import { idIn } from '../needs/need-call.ts'
import { OfferDialog } from '../needs/offer-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import type { PickerOption } from '../ui/picker.tsx'
import styles from './connect-dialog.module.css'
import { connecting, type ExchangeDraft } from './connect-prompts.ts'

/** The dialog in which two records are connected without a pointer: what a key result needs, or what a node gives. */
export function ConnectDialog() {
  const asked = useObservable(connecting)
  const close = () => connecting.set(null)
  if (!asked) return null
  if (asked.kind === 'need') return <AskDialog draft={asked.draft} close={close} />
  return asked.kind === 'offer' ? <OfferDialog draft={asked.draft} close={close} /> : <ExchangeDialog draft={asked.draft} close={close} />
}

function nodeOptions(snapshot: Snapshot): PickerOption[] {
  return listOf(snapshot, 'node').map(({ id, name, areaId }) => ({ id: `node:${id}`, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))
}

function ExchangeDialog({ draft, close }: { draft: ExchangeDraft; close: () => void }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const nodes = useMemo(() => nodeOptions(snapshot), [snapshot])
  const [to, setTo] = useState(draft.toNodeId ? `node:${draft.toNodeId}` : null)
  const [deliverable, setDeliverable] = useState('')
  const [kind, setKind] = useState('tangible')
  const toNodeId = idIn(to, 'node')
  const giver = find(snapshot, 'node', draft.fromNodeId)?.name ?? ''
  const receiver = find(snapshot, 'node', toNodeId)?.name

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!toNodeId || deliverable.trim() === '') return
    const id = freshId('exchange')
    close()
    const input = { id, fromNodeId: draft.fromNodeId, toNodeId, deliverable: deliverable.trim(), kind }
    void mutate([{ name: 'exchange.create', input }], { toast: 'Exchange added' }).then((done) => done && select('exchange', id))
  }
  return (
    <Dialog open onClose={close} title={receiver ? `What does ${giver} give to ${receiver}?` : `What does ${giver} give?`}>
      <form onSubmit={submit} className={styles['form']}>
        <TextField
          label="What"
          value={deliverable}
          autoFocus
          placeholder="such as “qualified leads”"
          onChange={(event) => setDeliverable(event.currentTarget.value)}
        />
        <Choice
          label="To whom"
          value={to}
          options={nodes.filter(({ id }) => id !== `node:${draft.fromNodeId}`)}
          onChange={setTo}
          placeholder="A node"
        />
        <Select
          label="Kind"
          value={kind}
          onChoose={setKind}
          options={[
            { value: 'tangible', label: 'tangible: agreed, expected, paid for' },
            { value: 'intangible', label: 'intangible: knowledge or benefit' },
          ]}
        />
        <Footer close={close} isReady={toNodeId !== null && deliverable.trim() !== ''} word="Add exchange" />
      </form>
    </Dialog>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string | null
  readonly options: readonly PickerOption[]
  readonly onChange: (id: string | null) => void
  readonly placeholder?: string
}

function Choice({ label, value, options, onChange, placeholder }: ChoiceProps) {
  const id = useId()
  return (
    <div className={styles['choice']}>
      <span id={id}>{label}</span>
      <Combobox label={label} value={value} options={options} onChange={onChange} {...(placeholder ? { placeholder } : {})} />
    </div>
  )
}

function Footer({ close, isReady, word }: { close: () => void; isReady: boolean; word: string }) {
  return (
    <div className={styles['footer']}>
      <Button onClick={close}>Cancel</Button>
      <Button tone="primary" type="submit" disabled={!isReady}>
        {word}
      </Button>
    </div>
  )
}
