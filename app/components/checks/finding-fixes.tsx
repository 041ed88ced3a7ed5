'use client'
import { useMemo, useRef, useState } from 'react'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useAllowed } from '../../../lib/client/network/use-allowed.ts'
import { useWho } from '../../../lib/client/who.ts'
import { fixesFor, trialOf } from '../../../lib/domain/checks/accept.ts'
import type { CheckFix, CheckGiven } from '../../../lib/domain/checks/rule.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import styles from './finding-fixes.module.css'
import { FixForm } from './fix-form.tsx'

type Props = {
  /** what can be done, the best first */
  readonly fixes: readonly CheckFix[]
  /** the action whose key does a fix; null where none is kept for it */
  readonly actionOf: (fix: CheckFix) => Action | null
  /** a key leads to its button and Enter does it: where the same keys mean something else while no finding is open */
  readonly isKeyFocus?: boolean
  /** what is said once it is done; by default what the button says */
  readonly doneWords?: (fix: CheckFix) => string
}

/** What ends something, or leaves it as it is: at hand, and never what one is led to. */
const lastResorts: ReadonlySet<string> = new Set(['drop', 'accept'])

/** What can be done about a finding, one key each; what needs an owner, a day, a word or a number asks for it in place. Mount it anew for each finding. */
export function FindingFixes({ fixes: offered, actionOf, isKeyFocus = false, doneWords }: Props) {
  const mutate = useMutate()
  const [asked, setAsked] = useState<string | null>(null)
  const who = useWho()
  const all = useMemo(() => fixesFor(who, offered), [who, offered])
  const allowed = useAllowed(useMemo(() => all.map((fix) => trialOf(fix, freshId)), [all]))
  const fixes = all.filter((_fix, at) => allowed.has(at))
  const open = fixes.find(({ id }) => id === asked)
  const best = fixes.find(({ id }) => !lastResorts.has(id))
  const buttons = useRef<HTMLDivElement>(null)
  const close = () => {
    // the form takes the focus away with it
    buttons.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus({ preventScroll: true })
    setAsked(null)
  }
  const apply = (fix: CheckFix, given: CheckGiven) => {
    close()
    void mutate(fix.calls(given, freshId), { toast: doneWords?.(fix) ?? fix.label })
  }
  const begin = (fix: CheckFix) => {
    if (fix.asks.length > 0) setAsked((now) => (now === fix.id ? null : fix.id))
    else apply(fix, fix.suggested)
  }
  return (
    <div className={styles['fixes']}>
      <div ref={buttons} role="group" aria-label="What you can do">
        {fixes.map((fix) => (
          <FixButton
            key={fix.id}
            fix={fix}
            action={actionOf(fix)}
            isKeyFocus={isKeyFocus}
            isBest={fix === best}
            isOpen={asked === fix.id}
            press={() => begin(fix)}
          />
        ))}
      </div>
      {open && <FixForm key={open.id} fix={open} onApply={(given) => apply(open, given)} onCancel={close} />}
    </div>
  )
}

type ButtonProps = {
  readonly fix: CheckFix
  readonly action: Action | null
  readonly isKeyFocus: boolean
  readonly isBest: boolean
  readonly isOpen: boolean
  readonly press: () => void
}

function FixButton({ fix, action, isKeyFocus, isBest, isOpen, press }: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Button ref={button} size="small" tone={isBest ? 'primary' : 'plain'} aria-expanded={fix.asks.length > 0 ? isOpen : undefined} onClick={press}>
      {fix.label}
      {action && <FixKey action={action} press={isKeyFocus ? () => button.current?.focus() : press} />}
    </Button>
  )
}

/** The key of a fix, as long as its button is there. */
function FixKey({ action, press }: { readonly action: Action; readonly press: () => void }) {
  useAction(action, press)
  return <KeyHint keys={action.keys?.[0] ?? ''} />
}
