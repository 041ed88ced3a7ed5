'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useRef } from 'react'

export type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  /** `sheet` comes from the bottom of a phone and from the right of a larger screen */
  readonly form?: 'dialog' | 'sheet'
}

export const loadDialogWindow = () => import('./dialog-window.tsx')
const DialogWindow = dynamic(() => loadDialogWindow().then(({ DialogWindow: loaded }) => loaded))

/** A window over the page, loaded when one opens for the first time. Esc and a press outside close it; the focus goes back where it came from. */
export function Dialog(props: DialogProps) {
  const wasOpened = useRef(props.open)
  wasOpened.current ||= props.open
  return wasOpened.current ? <DialogWindow {...props} /> : null
}
