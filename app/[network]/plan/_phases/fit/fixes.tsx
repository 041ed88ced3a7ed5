'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useAllowed } from '../../../../../lib/client/network/use-allowed.ts'
import type { Finding, Fix, FixGiven } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'
import { FixForm } from '../../../../components/checks/fix-form.tsx'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { fixActions } from './actions.ts'
import styles from './fit.module.css'

/** What a fix would do once it is told what it asks for: enough to see whether somebody may. */
function trial({ calls, suggested }: Fix) {
  return calls({ ...suggested, text: suggested.text ?? '–' }, freshId)
}

/** What ends something, or leaves it as it is: at hand, and never what one is led to. */
const lastResorts: ReadonlySet<Fix['id']> = new Set(['drop', 'accept'])

/** What can be done about a finding, one key each; what needs an owner, a day or a word asks for it in place. */
export function Fixes({ finding }: { readonly finding: Finding }) {
  const mutate = useMutate()
  const [asked, setAsked] = useState<Fix['id'] | null>(null)
  const allowed = useAllowed(useMemo(() => finding.fixes.map(trial), [finding.fixes]))
  const fixes = finding.fixes.filter((_fix, at) => allowed.has(at))
  const open = fixes.find(({ id }) => id === asked)
  const best = fixes.find(({ id }) => !lastResorts.has(id))
  const apply = (fix: Fix, given: FixGiven) => {
    setAsked(null)
    void mutate(fix.calls(given, freshId), { toast: fix.label })
  }
  const begin = (fix: Fix) => {
    if (fix.asks.length > 0) setAsked((now) => (now === fix.id ? null : fix.id))
    else apply(fix, fix.suggested)
  }
  return (
    <div className={styles['fixes']}>
      <div role="group" aria-label="What you can do">
        {fixes.map((fix) => (
          <FixButton key={fix.id} fix={fix} isBest={fix === best} isOpen={asked === fix.id} press={() => begin(fix)} />
        ))}
      </div>
      {open && <FixForm key={open.id} fix={open} onApply={(given) => apply(open, given)} onCancel={() => setAsked(null)} />}
    </div>
  )
}

type ButtonProps = { readonly fix: Fix; readonly isBest: boolean; readonly isOpen: boolean; readonly press: () => void }

function FixButton({ fix, isBest, isOpen, press }: ButtonProps) {
  const action = fixActions[fix.id]
  useAction(action, press)
  return (
    <Button size="small" tone={isBest ? 'primary' : 'plain'} aria-expanded={fix.asks.length > 0 ? isOpen : undefined} onClick={press}>
      {fix.label}
      <KeyHint keys={action.keys?.[0] ?? ''} />
    </Button>
  )
}
