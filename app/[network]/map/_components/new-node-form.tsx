'use client'

import { type FormEvent, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { closenesses } from '../../../../lib/domain/vocabulary.ts'
import { closenessWords } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select, TextField } from '../../../components/ui/field.tsx'
import styles from './new-node-form.module.css'

/** Where a node is being added: the area, and the place of the pointer if there was one. */
export type NewNodePlace = { readonly areaId: string; readonly x: number | null; readonly y: number | null }

/** Names a new node; its place on the map follows from its area and its closeness to the core. */
export function NewNodeForm({ place, onClose }: { place: NewNodePlace; onClose: () => void }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const [name, setName] = useState('')
  const [areaId, setAreaId] = useState(place.areaId)
  const [closeness, setCloseness] = useState('contributing')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const id = freshId('node')
    onClose()
    void mutate([{ name: 'node.create', input: { id, areaId, name: name.trim(), closeness } }], { toast: `Added “${name.trim()}”` }).then((done) => {
      if (!done) return
      select('node', id)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }))
    })
  }
  const style =
    place.x === null || place.y === null
      ? { left: '50%', top: 80, translate: '-50% 0' }
      : { position: 'fixed' as const, left: Math.min(place.x, innerWidth - 320), top: Math.min(place.y, innerHeight - 280) }
  return (
    <form
      className={styles['form']}
      style={style}
      aria-label="New node"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        label="Name of the new node"
        placeholder="a group of activities"
        value={name}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Value area"
        value={areaId}
        onChoose={setAreaId}
        options={listOf(snapshot, 'area').map((area) => ({ value: area.id, label: area.name }))}
      />
      <Select
        label="Closeness to the core"
        value={closeness}
        onChoose={setCloseness}
        options={closenesses.map((each) => ({ value: each, label: closenessWords[each] }))}
      />
      <div className={styles['buttons']}>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" tone="primary" type="submit" disabled={name.trim() === ''}>
          Add node
        </Button>
      </div>
    </form>
  )
}
