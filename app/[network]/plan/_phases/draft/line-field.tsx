'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import styles from './draft.module.css'
import type { DraftLine } from './lines.ts'

const names = { objective: 'Objective', keyResult: 'Key result' } as const
const placeholders = { objective: 'What do you want to reach?', keyResult: 'Reduce churn 6% -> 4% by 31 mar @ana' } as const

export type LineKeys = {
  readonly onEnter: () => void
  readonly onKind: (kind: DraftLine['kind']) => void
  readonly onRemove: () => void
}

type Props = LineKeys & { readonly line: DraftLine; readonly wantsFocus: boolean; readonly onText: (text: string) => void }

/** Puts the focus on the line before or after. Says whether there is one. */
function goBeside(field: HTMLInputElement, side: 'previousElementSibling' | 'nextElementSibling'): boolean {
  const beside = field.closest('li')?.[side]?.querySelector('input')
  beside?.focus()
  return beside !== null && beside !== undefined
}

/** A key that a field keeps for itself, and what it does. */
function deed(event: KeyboardEvent<HTMLInputElement>, keys: LineKeys): (() => void) | null {
  const { currentTarget: field } = event
  switch (event.key) {
    case 'Enter':
      return event.ctrlKey || event.metaKey ? null : keys.onEnter
    case 'Tab':
      return () => keys.onKind(event.shiftKey ? 'objective' : 'keyResult')
    case 'Backspace':
      if (field.value !== '') return null
      return () => {
        if (!goBeside(field, 'previousElementSibling')) goBeside(field, 'nextElementSibling')
        keys.onRemove()
      }
    case 'ArrowUp':
      return () => void goBeside(field, 'previousElementSibling')
    case 'ArrowDown':
      return () => void goBeside(field, 'nextElementSibling')
    default:
      return null
  }
}

/** One line of a draft. Enter begins the next, Tab makes it a key result, ⇧Tab an objective, Backspace on an empty one takes it away. */
export function LineField({ line, wantsFocus, onText, ...keys }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (wantsFocus) field.current?.focus()
  }, [wantsFocus])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') return event.currentTarget.blur()
    // an empty line lets the focus go on, so that nobody is caught in it
    if (event.key === 'Tab' && event.currentTarget.value === '' && !event.shiftKey && line.kind === 'keyResult') return
    const run = deed(event, keys)
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <li className={styles['line']} data-kind={line.kind}>
      <input
        ref={field}
        aria-label={names[line.kind]}
        placeholder={placeholders[line.kind]}
        value={line.text}
        maxLength={500}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </li>
  )
}
