'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useRef } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { announce } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import type { CheckFinding } from '../../../lib/domain/checks/findings.ts'
import { withNames } from '../../../lib/domain/checks/say.ts'
import { shownOfFinding } from '../../../lib/domain/checks/shown.ts'
import type { Shown } from '../../../lib/domain/measure/figure/figure.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { NamedSentence } from '../figure/named-sentence.tsx'
import { litUp } from '../figure/showing.ts'
import { closeAction } from '../shell/views.ts'
import { AcceptedWords } from './accepted-words.tsx'
import { findingStepActions, fixAction } from './actions.ts'
import { FindingFixes } from './finding-fixes.tsx'
import styles from './finding-strip.module.css'
import { forgetBehind } from './left-behind.ts'
import { severitySigns, severityWords } from './severity.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useWalkedFinding, type WalkedFinding } from './use-walked-finding.ts'
import { listHref } from './ways.ts'

/** Lights up on the drawing what a finding is about, as long as it is on the screen. */
function useLight(shown: Shown | null): void {
  useEffect(() => {
    litUp.set(shown && { what: 'finding', shown })
  }, [shown])
  useEffect(() => () => litUp.set(null), [])
}

function isNothing({ nodeIds, keyResultIds, dependencyIds, exchangeIds }: Shown): boolean {
  return nodeIds.length + keyResultIds.length + dependencyIds.length + exchangeIds.length === 0
}

/** The findings one after the other on a drawing: what each says, where one stands, what can be done about it. Escape ends. */
export function FindingStrip() {
  const { snapshot } = useNetwork()
  const { view, selection } = useView()
  const walk = useWalkedFinding()
  const { finding, step, end } = walk
  const shown = useMemo(() => finding && shownOfFinding(snapshot, finding), [snapshot, finding])
  useLight(shown)
  useAction(findingStepActions.next, () => step(1))
  useAction(findingStepActions.previous, () => step(-1))
  useAction(closeAction, end, { enabled: selection === null && view.focus === null })
  const strip = useRef<HTMLElement>(null)
  const holds = useKeptFocus(strip, `${finding?.id ?? ''} ${walk.count}`)
  const said = useSaid(walk, shown)
  useEffect(() => announce(said), [said])
  return (
    <section
      ref={strip}
      tabIndex={-1}
      className={styles['strip']}
      aria-label="Findings on the drawing"
      data-walked={finding?.id ?? 'none'}
      {...holds}
    >
      <Steps {...walk} />
      <div className={styles['middle']}>{finding ? <Told walk={walk} finding={finding} shown={shown} /> : <p>{said}</p>}</div>
      <Ends {...walk} />
    </section>
  )
}

/** What a screen reader hears of where one stands. */
function useSaid({ finding, isAccepted, at, count, isGone }: WalkedFinding, shown: Shown | null): string {
  const { snapshot } = useNetwork()
  return useMemo(() => {
    if (!finding) return 'The rules find nothing here any more. Escape ends.'
    const words = sentenceText(withNames(snapshot, finding.sentence))
    const before = isGone ? 'The finding of the address is settled. ' : ''
    const unseen = shown && isNothing(shown) ? ' Nothing of it is drawn.' : ''
    const place = isAccepted ? `Accepted finding, beside ${count} that are walked` : `Finding ${at + 1} of ${count}`
    return `${before}${place}, ${severityWords[finding.severity].toLowerCase()}: ${words}${unseen} Left and right go on, Escape ends.`
  }, [snapshot, finding, isAccepted, at, count, isGone, shown])
}

type ToldProps = { readonly walk: WalkedFinding; readonly finding: CheckFinding; readonly shown: Shown | null }

function Told({ walk: { isGone, isAccepted }, finding, shown }: ToldProps) {
  const { snapshot } = useNetwork()
  const { id, severity, fixes, acceptance } = finding
  return (
    <>
      <p className={styles['said']} data-severity={severity}>
        <b className={styles['severity']}>
          <span aria-hidden="true">{severitySigns[severity]}</span> {severityWords[severity]}
        </b>{' '}
        <NamedSentence sentence={withNames(snapshot, finding.sentence)} />
        {shown && isNothing(shown) && <span className={styles['quiet']}> Nothing of it is drawn.</span>}
        {isGone && <span className={styles['quiet']}> The finding that was asked for is settled.</span>}
      </p>
      {isAccepted && acceptance && <AcceptedWords acceptance={acceptance} />}
      <FindingFixes
        key={id}
        fixes={fixes}
        actionOf={({ key }) => fixAction(key)}
        isKeyFocus
        doneWords={({ id: fix, label }) => (fix === 'accept' ? 'Accepted' : label)}
      />
    </>
  )
}

function Steps({ finding, isAccepted, at, count, step }: WalkedFinding) {
  const [isFirst, isLast] = isAccepted ? [true, count === 0] : [at === 0, at === count - 1]
  return (
    <div className={styles['steps']} role="group" aria-label="Walk the findings">
      <button type="button" onClick={() => step(-1)} disabled={!finding || isFirst} aria-label="Finding before" title="Finding before (←)">
        ←
      </button>
      <p>
        {isAccepted ? (
          <>
            <b>Accepted</b>, beside {count}
          </>
        ) : (
          <>
            <b>{finding ? at + 1 : 0}</b> of {count}
          </>
        )}
      </p>
      <button type="button" onClick={() => step(1)} disabled={!finding || isLast} aria-label="Next finding" title="Next finding (→)">
        →
      </button>
    </div>
  )
}

function Ends({ finding, end }: WalkedFinding) {
  const { slug } = useNetwork()
  const now = new URLSearchParams(useSearchParams())
  return (
    <div className={styles['ends']}>
      <Link href={listHref(slug, finding?.id ?? null, now)} prefetch={false} onClick={forgetBehind}>
        All findings
      </Link>
      <button type="button" className={styles['end']} onClick={end}>
        <kbd>Esc</kbd> to end
      </button>
    </div>
  )
}
