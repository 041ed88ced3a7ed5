'use client'
import { type KeyboardEvent, useId, useRef } from 'react'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import styles from './figure.module.css'

/** Between the button and what it opens, and between that and the edge of the window, in pixels. */
const [gap, edge] = [6, 8]

/** Puts a box below a button, above it where there is more room, and always inside the window. */
function placeBeside(box: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = at.bottom + gap
  const top = below + height <= innerHeight - edge ? below : Math.max(edge, at.top - gap - height)
  box.style.top = `${top}px`
  box.style.left = `${Math.max(edge, Math.min(at.left, innerWidth - edge - width))}px`
}

type Props = {
  readonly figure: Figure
  /** the key that opens it here, where there is one */
  readonly shortcut?: string
}

/** What a number says, what it counts, how it is worked out and where that comes from; in a box that Escape closes. */
export function HowWorkedOut({ figure: { name, value, reading, count, how }, shortcut }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.matches(':popover-open')) return
    // what lies behind the box stays open
    event.preventDefault()
    box.current.hidePopover()
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears the Escape of what it holds
    <span onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={styles['how']}
        popoverTarget={id}
        aria-label={`How is this worked out: ${name}`}
        title={shortcut && `How is this worked out (${shortcut})`}
      >
        How is this worked out
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="note"
        className={styles['box']}
        aria-label={`How “${name}” is worked out`}
        onToggle={({ newState }) => newState === 'open' && box.current && button.current && placeBeside(box.current, button.current)}
      >
        <p className={styles['boxName']}>
          {name}: <strong>{value}</strong>
        </p>
        <p>{sentenceText(reading)}</p>
        <p className={styles['quiet']}>Counted: {count}</p>
        <p>{how}</p>
      </div>
    </span>
  )
}
