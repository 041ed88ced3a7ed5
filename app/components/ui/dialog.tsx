'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { Icon } from './ui-icon.tsx'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  /** `sheet` comes from the bottom of a phone and from the right of a larger screen */
  readonly form?: 'dialog' | 'sheet'
}

/** A window over the page. Esc and a press outside close it; the focus goes back where it came from. */
export function Dialog({ open, onClose, title, children, footer, size = 'medium', form = 'dialog' }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={classNames(styles['popup'], styles[size], form === 'sheet' && styles['sheet'])}>
          <header className={styles['header']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" keys="Escape" />}>
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className={styles['body']}>{children}</div>
          {footer && <footer className={styles['footer']}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
