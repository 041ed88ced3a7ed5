'use client'

import { type FormEvent, useId, useMemo, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { useView } from '../../../lib/client/view.ts'
import { find, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { addDays } from '../../../lib/domain/time.ts'
import { Button } from '../ui/button.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import type { PickerOption } from '../ui/picker.tsx'
import styles from './connect-dialog.module.css'
import { connecting, type ExchangeDraft, type NeedDraft } from './connect-prompts.ts'

/** The dialog in which two records are connected without a pointer: what a key result needs, or what a node gives. */
export function ConnectDialog() {
  const asked = useObservable(connecting)
  const close = () => connecting.set(null)
  if (!asked) return null
  return asked.kind === 'need' ? <NeedDialog draft={asked.draft} close={close} /> : <ExchangeDialog draft={asked.draft} close={close} />
}

function nodeName(snapshot: Snapshot, objectiveId: string): string {
  return find(snapshot, 'node', find(snapshot, 'objective', objectiveId)?.nodeId ?? null)?.name ?? ''
}

function keyResultOptions(snapshot: Snapshot, cycleId: string | null): PickerOption[] {
  return listOf(snapshot, 'keyResult')
    .filter(({ objectiveId }) => cycleId === null || find(snapshot, 'objective', objectiveId)?.cycleId === cycleId)
    .map(({ id, title, objectiveId }) => ({ id: `kr:${id}`, label: title, hint: nodeName(snapshot, objectiveId) }))
}

function nodeOptions(snapshot: Snapshot): PickerOption[] {
  return listOf(snapshot, 'node').map(({ id, name, areaId }) => ({ id: `node:${id}`, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))
}

const idIn = (choice: string | null, kind: 'kr' | 'node') => (choice?.startsWith(`${kind}:`) ? choice.slice(kind.length + 1) : null)
const choiceOf = (keyResultId: string | undefined, nodeId: string | undefined) =>
  keyResultId ? `kr:${keyResultId}` : nodeId ? `node:${nodeId}` : null

function NeedDialog({ draft, close }: { draft: NeedDraft; close: () => void }) {
  const { snapshot, cycle } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const results = useMemo(() => keyResultOptions(snapshot, cycle?.id ?? null), [snapshot, cycle])
  const nodes = useMemo(() => nodeOptions(snapshot), [snapshot])
  const ownResults = draft.consumerNodeId ? results.filter(({ id }) => nodeIdOf(snapshot, idIn(id, 'kr')) === draft.consumerNodeId) : results
  const [consumer, setConsumer] = useState(choiceOf(draft.consumerKeyResultId, undefined) ?? ownResults[0]?.id ?? null)
  const [supplier, setSupplier] = useState(choiceOf(draft.supplierKeyResultId, draft.supplierNodeId))
  const [what, setWhat] = useState('')
  const consumerId = idIn(consumer, 'kr')
  const dueOn = find(snapshot, 'keyResult', consumerId)?.dueOn ?? cycle?.endsOn ?? null
  const [neededOn, setNeededOn] = useState(dueOn ? addDays(dueOn, -14) : '')
  const [strength, setStrength] = useState('1')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const supplierKeyResultId = idIn(supplier, 'kr')
    const supplierNodeId = idIn(supplier, 'node')
    if (!consumerId || (!supplierKeyResultId && !supplierNodeId)) return
    const id = freshId('dependency')
    const input = {
      id,
      consumerKeyResultId: consumerId,
      supplierKeyResultId,
      supplierNodeId,
      what: what.trim(),
      strength: Number(strength),
      state: 'requested',
      neededOn: neededOn || null,
    }
    close()
    void mutate([{ name: 'dependency.create', input }], { toast: 'Need added' }).then((done) => done && select('need', id))
  }
  const title = find(snapshot, 'keyResult', consumerId)?.title
  if (ownResults.length === 0) return <NothingToNeed draft={draft} close={close} />
  return (
    <Dialog open onClose={close} title={draft.consumerKeyResultId && title ? `What does “${title}” need?` : 'What is needed?'}>
      <form onSubmit={submit} className={styles['form']}>
        {!draft.consumerKeyResultId && <Choice label="Key result that needs" value={consumer} options={ownResults} onChange={setConsumer} />}
        <Choice
          label="From whom"
          value={supplier}
          options={[...nodes, ...results.filter(({ id }) => id !== consumer)]}
          onChange={setSupplier}
          placeholder="A node or one of its key results"
        />
        <TextField
          label="What exactly"
          value={what}
          placeholder="such as “SSO live for pilot clients”"
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <div className={styles['row']}>
          <TextField label="Needed by" type="date" value={neededOn} onChange={(event) => setNeededOn(event.currentTarget.value)} />
          <Select label="How much it counts" value={strength} onChoose={setStrength} options={strengths} />
        </div>
        <Footer close={close} isReady={consumerId !== null && supplier !== null} word="Ask for it" />
      </form>
    </Dialog>
  )
}

const strengths = [
  { value: '1', label: 'cannot do without' },
  { value: '0.7', label: 'much' },
  { value: '0.4', label: 'somewhat' },
  { value: '0.2', label: 'a little' },
]

function nodeIdOf(snapshot: Snapshot, keyResultId: string | null): string | null {
  return find(snapshot, 'objective', find(snapshot, 'keyResult', keyResultId)?.objectiveId ?? null)?.nodeId ?? null
}

function NothingToNeed({ draft, close }: { draft: NeedDraft; close: () => void }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const name = find(snapshot, 'node', draft.consumerNodeId ?? null)?.name
  return (
    <Dialog open onClose={close} title="Nothing to need anything yet" size="small">
      <p>{name ? `“${name}” has no key result in this cycle. A need belongs to a key result.` : 'There is no key result in this cycle yet.'}</p>
      {draft.consumerNodeId && (
        <div className={styles['footer']}>
          <Button
            tone="primary"
            onClick={() => {
              close()
              if (draft.consumerNodeId) select('node', draft.consumerNodeId)
            }}
          >
            Open the node
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function ExchangeDialog({ draft, close }: { draft: ExchangeDraft; close: () => void }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const nodes = useMemo(() => nodeOptions(snapshot), [snapshot])
  const [to, setTo] = useState(choiceOf(undefined, draft.toNodeId))
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
