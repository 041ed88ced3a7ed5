'use client'
import dynamic from 'next/dynamic'
import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react'

export type MenuItem = {
  readonly id: string
  readonly label: ReactNode
  readonly keys?: string
  readonly isChecked?: boolean
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly run: () => void
}

export type MenuGroups = readonly { readonly title?: string; readonly items: readonly MenuItem[] }[]

type Props = {
  /** the button that opens it */
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly groups: MenuGroups
  readonly align?: 'start' | 'end'
}

export const loadMenuList = () => import('./menu-list.tsx')
const MenuList = dynamic(() => loadMenuList().then(({ MenuList: loaded }) => loaded))

/** A list of things to do or to choose from, opened by a button. What draws the list is loaded when the button is approached. */
export function Menu({ trigger, groups, align = 'start' }: Props) {
  const id = useId()
  const button = useRef<HTMLElement>(null)
  const [state, setState] = useState({ isOpen: false, isByKeys: false, wasOpened: false })
  const open = (isByKeys: boolean) => setState({ isOpen: true, isByKeys, wasOpened: true })
  const close = () => setState((before) => ({ ...before, isOpen: false }))
  return (
    <>
      {cloneElement(trigger, {
        id,
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': state.isOpen,
        onPointerEnter: loadMenuList,
        onFocus: loadMenuList,
        onClick: ({ detail }: MouseEvent) => (state.isOpen ? close() : open(detail === 0)),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open(true)
        },
      })}
      {state.wasOpened && (
        <MenuList groups={groups} align={align} button={button} labelledBy={id} isOpen={state.isOpen} isByKeys={state.isByKeys} onClose={close} />
      )}
    </>
  )
}
