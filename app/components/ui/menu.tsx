'use client'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { classNames } from './class-names.ts'
import styles from './menu.module.css'
import { Icon } from './ui-icon.tsx'

export type MenuItem = {
  readonly id: string
  readonly label: ReactNode
  readonly keys?: string
  readonly isChecked?: boolean
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly run: () => void
}

type Props = {
  /** the button that opens it */
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly groups: readonly { readonly title?: string; readonly items: readonly MenuItem[] }[]
  readonly align?: 'start' | 'end'
}

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

/** A list of things to do or to choose from, opened by a button. */
export function Menu({ trigger, groups, align = 'start' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} align={align} sideOffset={6}>
          <Base.Popup className={styles['popup']}>
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
