'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { deletion, staleEdit } from '../../../lib/client/mutate.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { openKeySheet, openPalette } from './views.ts'

const Palette = dynamic(() => import('./palette.tsx').then(({ Palette: loaded }) => loaded))
const KeySheet = dynamic(() => import('./key-sheet.tsx').then(({ KeySheet: loaded }) => loaded))
const DeleteDialog = dynamic(() => import('./delete-dialog.tsx').then(({ DeleteDialog: loaded }) => loaded))
const StaleDialog = dynamic(() => import('./stale-dialog.tsx').then(({ StaleDialog: loaded }) => loaded))

/** The windows of the whole app; each is loaded when it is first opened. */
export function Dialogs() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const asked = useObservable(deletion.current)
  const stale = useObservable(staleEdit.current)
  useAction(openPalette, () => setOpen('palette'))
  useAction(openKeySheet, () => setOpen('keys'))
  return (
    <>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeySheet onClose={() => setOpen(null)} />}
      {asked && <DeleteDialog asked={asked} />}
      {stale && <StaleDialog asked={stale} />}
    </>
  )
}
