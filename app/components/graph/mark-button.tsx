'use client'

import { memo, type ReactNode } from 'react'
import type { Box } from '../../../lib/layout/geometry.ts'
import type { ItemChangeName } from './item-change.ts'
import styles from './mark-button.module.css'
import type { ItemEvents } from './use-drawing.ts'

type MarkButtonProps = {
  readonly id: string
  readonly box: Box
  /** all that the mark says, for those who do not see it */
  readonly name: string
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly isDim: boolean
  readonly events: ItemEvents
  readonly isRound?: boolean
  /** what became of it, in a drawing that compares */
  readonly change?: ItemChangeName
  readonly children?: ReactNode
}

function MarkButtonView({ id, box, name, isCurrent, isOpen, isDim, events, isRound = false, change, children }: MarkButtonProps) {
  return (
    <button
      type="button"
      className={styles['mark']}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-mark=""
      data-record={id}
      data-dim={isDim || undefined}
      data-round={isRound || undefined}
      data-change={change}
      tabIndex={isCurrent ? 0 : -1}
      aria-expanded={isOpen}
      onClick={() => events.onOpen(id)}
      onFocus={() => events.onFocus(id)}
      onBlur={events.onBlur}
      onPointerEnter={(event) => event.pointerType === 'mouse' && events.onEnter(id)}
      onPointerLeave={events.onLeave}
    >
      <span className="visually-hidden">{name}</span>
      {children && <span aria-hidden="true">{children}</span>}
    </button>
  )
}

/** A real button over a mark of a drawing: what can be focused, pressed and read out. */
export const MarkButton = memo(MarkButtonView)
