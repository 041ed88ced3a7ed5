'use client'
import { useEffect } from 'react'
import { useObservable } from '../../../lib/client/observable.ts'
import { announcement, dismissToast, type Toast, toasts } from '../../../lib/client/toast.ts'
import { Button, IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './toaster.module.css'
import { Icon } from './ui-icon.tsx'

const plainMs = 7_000
const errorMs = 15_000

function ToastRow({ toast }: { readonly toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(toast.id), toast.tone === 'error' ? errorMs : plainMs)
    return () => clearTimeout(timer)
  }, [toast.id, toast.tone])
  return (
    <li className={classNames(styles['toast'], toast.tone === 'error' && styles['error'])}>
      <span className={styles['text']} role={toast.tone === 'error' ? 'alert' : undefined}>
        {toast.text}
      </span>
      {toast.action && (
        <Button
          size="small"
          tone="quiet"
          className={styles['action']}
          onClick={() => {
            dismissToast(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton size="small" label="Dismiss" className={styles['action']} onClick={() => dismissToast(toast.id)}>
        <Icon name="close" size={14} />
      </IconButton>
    </li>
  )
}

/** The messages in the corner, and the live region that reads out what happens. */
export function Toaster() {
  const shown = useObservable(toasts)
  const said = useObservable(announcement)
  return (
    <>
      <section aria-label="Messages" className={styles['region']}>
        <ul aria-live="polite">
          {shown.map((toast) => (
            <ToastRow key={toast.id} toast={toast} />
          ))}
        </ul>
      </section>
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </>
  )
}
