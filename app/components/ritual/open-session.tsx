import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useMayAdd } from '../../../lib/client/who.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { Button } from '../ui/button.tsx'
import entry from './entry.module.css'

type Props = {
  readonly action: Action
  /** what opens the session, made when it is pressed */
  readonly opening: () => CommandCall
  /** what the key does first; it opens only where this did nothing */
  readonly keyFirst?: () => boolean
  readonly word: string
  /** for who may not open it */
  readonly refusal: string
  /** beside the button */
  readonly children: ReactNode
}

const nothing = () => false

/** The one thing to press before a session: it opens once, however often it is pressed, and has the focus where nothing else has. */
export function OpenSession({ action, opening, keyFirst = nothing, word, refusal, children }: Props) {
  const mayOpen = useMayAdd('ritual')
  const mutate = useMutate()
  const button = useRef<HTMLButtonElement>(null)
  const [isBusy, setBusy] = useState(false)
  const open = () => {
    if (isBusy) return
    setBusy(true)
    void mutate([opening()]).finally(() => setBusy(false))
  }
  useAction(action, () => keyFirst() || open(), { enabled: mayOpen })
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus()
  }, [])
  if (!mayOpen) return <p className={entry['quiet']}>{refusal}</p>
  return (
    <p className={entry['open']}>
      <Button ref={button} tone="primary" disabled={isBusy} onClick={open}>
        {word}
      </Button>
      <span>{children}</span>
    </p>
  )
}
