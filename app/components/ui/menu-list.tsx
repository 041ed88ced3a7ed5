'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { type FocusEvent, type RefObject, useRef } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { classNames } from './class-names.ts'
import styles from './menu.module.css'
import type { MenuGroups, MenuItem } from './menu.tsx'
import { isOwnPress } from './own-press.ts'
import { Icon } from './ui-icon.tsx'

function Item({ item }: { readonly item: MenuItem }) {
  return (
    <Base.Item
      className={classNames(styles['item'], item.isDanger && styles['danger'])}
      onClick={item.run}
      disabled={item.isDisabled ?? false}
      aria-current={item.isChecked ? 'true' : undefined}
    >
      <span className={styles['check']}>{item.isChecked && <Icon name="check" size={14} />}</span>
      <span className={styles['label']}>{item.label}</span>
      {item.keys && <kbd className={styles['keys']}>{readable(item.keys)}</kbd>}
    </Base.Item>
  )
}

type Props = {
  readonly groups: MenuGroups
  readonly align: 'start' | 'end'
  /** the button that opens it, and that the focus goes back to */
  readonly button: RefObject<HTMLElement | null>
  readonly labelledBy: string
  readonly isOpen: boolean
  /** opened by the keyboard: the first item has the focus then */
  readonly isByKeys: boolean
  readonly onClose: () => void
}

/** The list of a menu, apart from its button: it is loaded when it is wanted. */
export function MenuList({ groups, align, button, labelledBy, isOpen, isByKeys, onClose }: Props) {
  const popup = useRef<HTMLDivElement>(null)
  const onFocus = ({ target, currentTarget }: FocusEvent) => {
    if (isByKeys && target === currentTarget) popup.current?.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled=true])')?.focus()
  }
  return (
    <Base.Root open={isOpen} onOpenChange={(_, closing) => !isOwnPress(closing, button.current) && onClose()}>
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} anchor={button} align={align} sideOffset={6}>
          <Base.Popup ref={popup} className={styles['popup']} aria-labelledby={labelledBy} finalFocus={button} onFocus={onFocus}>
            {groups.map(({ title, items }, at) => (
              <Base.Group key={title ?? at} className={styles['group']}>
                {title && <Base.GroupLabel className={styles['title']}>{title}</Base.GroupLabel>}
                {items.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
