'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { readable } from '../../../../lib/client/actions/keys.ts'
import styles from './map-menu.module.css'
import type { MenuAt } from './use-map-commands.ts'

type Item = {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly run: () => void
}
type MenuProps = { readonly menu: MenuAt | null; readonly close: () => void; readonly items: (id: string) => readonly Item[] }

/** The menu of a node, where the pointer or the focus is. */
export function MapMenu({ menu, close, items }: MenuProps) {
  return menu ? <OpenMenu key={`${menu.id}:${menu.x}:${menu.y}`} menu={menu} close={close} items={items(menu.id)} /> : null
}

function OpenMenu({ menu, close, items }: { menu: MenuAt; close: () => void; items: readonly Item[] }) {
  const list = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    opener.current = document.activeElement
    list.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus()
    const away = (event: Event) => !list.current?.contains(event.target instanceof Node ? event.target : null) && close()
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [close])

  const leave = () => {
    close()
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? [])]
    const at = all.indexOf(document.activeElement instanceof HTMLElement ? document.activeElement : (all[0] ?? document.body))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all[(to + all.length) % all.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const x = Math.min(menu.x, window.innerWidth - 240)
  const y = Math.min(menu.y, window.innerHeight - 40 * items.length - 16)
  return (
    <div ref={list} role="menu" tabIndex={-1} aria-label="Node" className={styles['menu']} style={{ left: x, top: y }} onKeyDown={onKeyDown}>
      {items.map(({ id, label, keys, isDanger, isDisabled, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={isDisabled}
          data-danger={isDanger || undefined}
          onClick={() => {
            leave()
            run()
          }}
        >
          {label}
          {keys && <kbd>{readable(keys)}</kbd>}
        </button>
      ))}
    </div>
  )
}
