'use client'

import { type FormEvent, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { useMayAdd } from '../../../../lib/client/who.ts'
import type { Area } from '../../../../lib/domain/entity.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { cssOf } from '../../../../lib/layout/colour.ts'
import { tintOf } from '../../../../lib/layout/tokens.ts'
import { tonesOf } from '../../../../lib/layout/tone.ts'
import screen from '../../../components/graph/screen.module.css'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './map-empty.module.css'

const examples: Readonly<Record<string, string>> = {
  customer: 'such as New clients, Existing clients',
  brand: 'such as Culture, Awareness',
  innovation: 'such as Products, Services',
  operational: 'such as Delivery, Finance',
}

const preset = [
  ['Customer value', 'customer'],
  ['Brand value', 'brand'],
  ['Innovation value', 'innovation'],
  ['Operational value', 'operational'],
] as const

/** The map before there is a node: its areas as ghosts, each with a field for its first node. */
export function MapEmpty() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const mayAdd = useMayAdd('node')
  const areas = listOf(snapshot, 'area')
  if (!mayAdd)
    return (
      <>
        <h1 className="visually-hidden">Map</h1>
        <EmptyState title="Nothing stands on the map yet">An editor or owner of this network begins it; you will see it here at once.</EmptyState>
      </>
    )
  if (areas.length === 0)
    return (
      <>
        <h1 className="visually-hidden">Map</h1>
        <EmptyState
          title="A map begins with its areas of value"
          action={
            <Button
              tone="primary"
              onClick={() =>
                void mutate(preset.map(([name, kind]) => ({ name: 'area.create' as const, input: { id: freshId('area'), name, kind } })))
              }
            >
              Start with customer, brand, innovation and operational
            </Button>
          }
        >
          They can be renamed, and there can be two to eight of them.
        </EmptyState>
      </>
    )
  return (
    <div className={screen['screen']}>
      <h1 className={styles['title']}>Which groups of activities make value here? Name the first one.</h1>
      <div className={styles['sectors']}>
        {areas.map((area, at) => (
          <Sector key={area.id} area={area} isFirst={at === 0} />
        ))}
      </div>
    </div>
  )
}

function Sector({ area, isFirst }: { area: Area; isFirst: boolean }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const [name, setName] = useState('')
  const tone = tonesOf(listOf(snapshot, 'area')).get(area.id)?.tone ?? 'slate'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const id = freshId('node')
    void mutate([{ name: 'node.create', input: { id, areaId: area.id, name: name.trim(), closeness: 'core' } }]).then(
      (done) => done && select('node', id),
    )
  }
  return (
    <form className={styles['sector']} style={{ background: cssOf(tintOf(tone)) }} onSubmit={submit} aria-label={area.name}>
      <h2 style={{ color: cssOf(tone) }}>{area.name}</h2>
      <span className={styles['ghost']} aria-hidden="true" />
      <label>
        Name the first group of activities
        <input
          value={name}
          placeholder={examples[area.kind ?? ''] ?? 'a group of activities'}
          // biome-ignore lint/a11y/noAutofocus: the first thing to do on an empty map
          autoFocus={isFirst}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button size="small" tone="primary" type="submit" disabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
