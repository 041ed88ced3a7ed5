'use client'
import { useEffect, useRef } from 'react'
import { useDraftShelf } from '../../../lib/client/drafts/use-drafts.ts'
import { resumeEdits } from '../../../lib/client/mutate.ts'
import { useNetwork, useNetworkStore } from '../../../lib/client/network/provider.tsx'
import { loadRunner } from '../../../lib/client/network/shown.ts'
import { savingTrouble } from '../../../lib/client/network/trouble.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { isAskLater, signedOut } from '../../../lib/client/signed-out.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { useLoadAhead } from '../../../lib/client/use-load-ahead.ts'
import { loadComboboxList } from '../ui/combobox.tsx'
import { loadDialogWindow } from '../ui/dialog.tsx'
import { loadMenuList } from '../ui/menu.tsx'
import { loadDialogs } from './dialogs.tsx'
import styles from './top-bar.module.css'

const loadForEdits = () => [loadRunner(), loadDialogWindow(), loadMenuList(), loadComboboxList(), ...loadDialogs()]

/** A stream that ends may be one that was ended, because the session has; what the server says about that comes within this time. */
const patienceMs = 1_500

const awayText = 'The server does not answer. What you change is kept here and sent when it is back.'
const troubleText = 'The server answers and cannot save now. What you change is kept here and sent when it can.'

/** Says when the server does not answer or cannot save, how much waits for it, and when all is saved again. */
export function Connection() {
  const { isOffline, waiting } = useNetwork()
  const isOut = useObservable(signedOut)
  const trouble = useObservable(savingTrouble)
  const store = useNetworkStore()
  const wasOffline = useRef(false)
  useLoadAhead(loadForEdits)
  const drafts = useDraftShelf()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each store; whose drafts they are does not change with it
  useEffect(() => void resumeEdits(store, drafts), [store])
  useEffect(() => {
    if (isOffline && !isOut && !wasOffline.current) {
      const timer = setTimeout(() => {
        wasOffline.current = true
        showToast(savingTrouble.get() === null ? awayText : troubleText)
      }, patienceMs)
      return () => clearTimeout(timer)
    }
    if (!isOffline && wasOffline.current && waiting === 0) {
      wasOffline.current = false
      showToast('Connected again. Everything is saved.')
    }
    return undefined
  }, [isOffline, isOut, waiting])
  const waits = waiting > 0 ? ` · ${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'}` : ''
  if (isOut)
    return (
      <button type="button" className={styles['offline']} onClick={() => isAskLater.set(false)}>
        Signed out{waits}
      </button>
    )
  if (!isOffline) return null
  return (
    <span role="status" className={styles['offline']} title={trouble ?? undefined}>
      {trouble === null ? 'Not connected' : 'The server cannot save'}
      {waits}
    </span>
  )
}
