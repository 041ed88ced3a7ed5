'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import type { DialogProps } from './dialog.tsx'
import { Icon } from './ui-icon.tsx'

/** The window of a dialog, apart from what opens it. */
export function DialogWindow({ open, onClose, title, children, footer, size = 'medium', form = 'dialog' }: DialogProps) {
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
