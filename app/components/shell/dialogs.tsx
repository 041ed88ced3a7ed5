'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { deletion } from '../../../lib/client/mutate.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { isAskLater, signedOut } from '../../../lib/client/signed-out.ts'
import { staleEdit } from '../../../lib/client/stale-edit.ts'
import { useMayShare } from './use-may-share.ts'
import { shareAction } from './user-actions.ts'
import { openKeySheet, openPalette } from './views.ts'

const palette = () => import('./palette.tsx').then(({ Palette: loaded }) => loaded)
const keySheet = () => import('./key-sheet.tsx').then(({ KeySheet: loaded }) => loaded)
const deleteDialog = () => import('./delete-dialog.tsx').then(({ DeleteDialog: loaded }) => loaded)
const staleDialog = () => import('./stale-dialog.tsx').then(({ StaleDialog: loaded }) => loaded)
const shareDialog = () => import('./share-dialog.tsx').then(({ ShareDialog: loaded }) => loaded)
const signInAgain = () => import('./sign-in-again.tsx').then(({ SignInAgain: loaded }) => loaded)

const Palette = dynamic(palette)
const KeySheet = dynamic(keySheet)
const DeleteDialog = dynamic(deleteDialog)
const StaleDialog = dynamic(staleDialog)
const SignInAgain = dynamic(signInAgain)
const ShareDialog = dynamic(shareDialog)

/** Fetches every window before it is asked for. */
export function loadDialogs(): readonly Promise<unknown>[] {
  return [palette(), keySheet(), deleteDialog(), staleDialog(), signInAgain()]
}

/** The windows of the whole app; each is loaded when it is first opened. */
export function Dialogs() {
  const [open, setOpen] = useState<'palette' | 'keys' | 'share' | null>(null)
  const asked = useObservable(deletion.current)
  const stale = useObservable(staleEdit.current)
  const isOut = useObservable(signedOut)
  const mayShare = useMayShare()
  const isLater = useObservable(isAskLater)
  useAction(openPalette, () => setOpen('palette'))
  useAction(openKeySheet, () => setOpen('keys'))
  useAction(shareAction, () => setOpen('share'), { enabled: mayShare })
  return (
    <>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeySheet onClose={() => setOpen(null)} />}
      {open === 'share' && <ShareDialog onClose={() => setOpen(null)} />}
      {asked && <DeleteDialog asked={asked} />}
      {stale && <StaleDialog asked={stale} />}
      {isOut && !isLater && <SignInAgain />}
    </>
  )
}
