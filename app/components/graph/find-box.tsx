'use client'

import { useState } from 'react'
import { Picker } from '../ui/picker.tsx'
import styles from './find-box.module.css'
import type { Walk } from './walk.ts'

type FindProps = { readonly walk: Walk; readonly nameOf: (id: string) => string; readonly onFly: (id: string) => void; readonly onClose: () => void }

/** Finds an item of the drawing by a few letters and flies to it. */
export function FindBox({ walk, nameOf, onFly, onClose }: FindProps) {
  const [options] = useState(() => walk.order.map((id) => ({ id, label: nameOf(id) })))
  return (
    <div className={styles['find']} role="search" aria-label="Find in the drawing">
      <Picker
        label="Find in the drawing"
        placeholder="Find and fly to …"
        isFocused
        limit={8}
        options={options}
        onChoose={(id) => {
          onClose()
          requestAnimationFrame(() => onFly(id))
        }}
        onCancel={onClose}
      />
    </div>
  )
}
