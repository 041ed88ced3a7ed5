'use client'
import { useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { call } from '../../../lib/domain/command/call.ts'
import { find, listOf } from '../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../ui/area-tone.ts'
import { Button } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import styles from './guide.module.css'

/** Finds one's own node by a few letters, or makes it in an area. */
export function NodeStep({ onDone }: { readonly onDone: (nodeId: string) => void }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const tones = useAreaTones()
  const [fresh, setFresh] = useState<string | null>(null)
  const areas = listOf(snapshot, 'area')
  const options = listOf(snapshot, 'node').map(({ id, name, areaId }) => ({ id, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))
  const create = (name: string, areaId: (typeof areas)[number]['id']) => {
    const id = freshId('node')
    void mutate([call('node.create', { id, name, areaId })])
    onDone(id)
  }
  const onCreate = (name: string) => {
    const [only] = areas
    if (areas.length === 1 && only) create(name, only.id)
    else setFresh(name)
  }
  if (fresh === null)
    return (
      <Picker
        label="Your group of activities"
        placeholder="Type a name"
        isFocused
        options={options}
        onChoose={onDone}
        onCreate={onCreate}
        createWord="Add"
        limit={6}
        emptyText="Type its name and press Enter."
      />
    )
  return (
    <div className={styles['stack']}>
      <p>To which kind of value does “{fresh}” contribute most?</p>
      <div className={styles['choices']}>
        {areas.map((area, at) => (
          <Button key={area.id} autoFocus={at === 0} onClick={() => create(fresh, area.id)}>
            <span className={styles['dot']} style={{ background: tones.get(area.id)?.colour }} />
            {area.name}
          </Button>
        ))}
      </div>
    </div>
  )
}
