'use client'

import { useRef, useState } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import type { MapNode } from '../../../../lib/layout/scene.ts'
import styles from './rename-field.module.css'

/** The name of a node, edited where it stands. */
export function RenameField({ node, onDone }: { node: MapNode | undefined; onDone: () => void }) {
  const mutate = useMutate()
  const [text, setText] = useState(node?.name ?? '')
  const isOver = useRef(false)
  if (!node) return null
  const finish = (isKept: boolean) => {
    if (isOver.current) return
    isOver.current = true
    const name = text.trim()
    if (isKept && name !== '' && name !== node.name) void mutate([{ name: 'node.update', input: { id: node.id, set: { name } } }])
    onDone()
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-record="${CSS.escape(node.id)}"]`)?.focus({ preventScroll: true }))
  }
  return (
    <input
      className={styles['rename']}
      style={{ left: node.box.x, top: node.box.y, width: node.box.width, height: node.box.height }}
      aria-label={`Name of ${node.name}`}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: it appears because the person has just asked to rename
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter' || event.key === 'Escape') finish(event.key === 'Enter')
      }}
    />
  )
}
