'use client'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Action } from '../../../../lib/client/actions/action.ts'
import { readable } from '../../../../lib/client/actions/keys.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { savingTrouble } from '../../../../lib/client/network/trouble.ts'
import { useObservable } from '../../../../lib/client/observable.ts'
import { usePresenting } from '../../../../lib/client/presenting.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { walkPhases } from '../../../../lib/domain/vocabulary.ts'
import styles from './frame.module.css'
import { Halo } from './halo.tsx'
import { phaseWords } from './section-words.ts'
import { TimerRing } from './timer-ring.tsx'
import type { Session } from './use-session.ts'

export type Tool = { readonly action: Action; readonly word: string; readonly run: () => void; readonly isOn?: boolean }

type Props = {
  readonly session: Session
  /** what can be done here, each with its key */
  readonly tools: readonly Tool[]
  /** where the walk is left to */
  readonly exit: { readonly href: string; readonly word: string }
  /** who is here, and how to join; null in a walk of the past */
  readonly room: ReactNode
  readonly bar: ReactNode
  readonly children: ReactNode
}

/** The screen of a walk: where it is at the top, what can be done at the bottom, and everything between for what is looked at. */
export function WalkFrame({ session, tools, exit, room, bar, children }: Props) {
  usePresenting()
  return (
    <div className={styles['walk']} data-scope="ritual" data-home-scope="ritual" data-phase={session.step.phase}>
      <header className={styles['strip']}>
        <Link href={exit.href} className={styles['exit']}>
          {exit.word}
        </Link>
        <Phases session={session} />
        <span className={styles['room']}>
          <Outage />
          {room}
          {session.ritual.state === 'open' && <TimerRing ritual={session.ritual} onPause={session.isDriver ? session.pause : null} />}
        </span>
      </header>
      <div className={styles['content']}>{children}</div>
      {bar ?? (
        <footer className={styles['foot']}>
          <Lead session={session} />
          <ul aria-label="What you can do">
            {tools.map(({ action, word, run, isOn }) => (
              <li key={action.id}>
                <button type="button" onClick={run} aria-pressed={isOn}>
                  <kbd>{readable(action.keys?.[0] ?? '')}</kbd> {word}
                </button>
              </li>
            ))}
          </ul>
        </footer>
      )}
      <Halo />
    </div>
  )
}

/** The phases of the walk, the present one with the place in it. */
function Phases({ session: { steps, at, step, go } }: { readonly session: Session }) {
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another phase is brought into sight
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && here) list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2
  }, [step.phase])
  return (
    <ol ref={list} className={styles['phases']} aria-label="Phases">
      {walkPhases.map((phase) => {
        const first = steps.findIndex((each) => each.phase === phase)
        if (first < 0) return null
        const count = steps.filter((each) => each.phase === phase).length
        const isHere = step.phase === phase
        return (
          <li key={phase} data-done={first + count <= at || undefined}>
            <button type="button" aria-current={isHere ? 'step' : undefined} onClick={() => go(first)}>
              {phaseWords[phase]}
              {isHere && count > 1 && ` ${at - first + 1} of ${count}`}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** Who leads, and whether this window goes along. */
function Lead({ session: { ritual, isDriver, isFollowing, follow } }: { readonly session: Session }) {
  const { snapshot } = useNetwork()
  if (ritual.state !== 'open') return <p className={styles['lead']}>A walk of the past, as it was</p>
  if (isDriver) return <p className={styles['lead']}>You lead</p>
  const name = find(snapshot, 'person', ritual.facilitatorId)?.name ?? 'somebody'
  if (isFollowing)
    return (
      <p className={styles['lead']}>
        You follow <b>{name}</b>
      </p>
    )
  return (
    <button type="button" className={styles['away']} onClick={follow}>
      <kbd>F</kbd> follow {name} again
    </button>
  )
}

/** Says that the server is away; the walk goes on, and what was written waits. */
function Outage() {
  const { isOffline, waiting } = useNetwork()
  const trouble = useObservable(savingTrouble)
  if (!isOffline) return null
  return (
    <span role="status" className={styles['outage']}>
      {trouble === null ? 'Not connected' : 'The server cannot save'}
      {waiting > 0 && ` · ${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'}`}
    </span>
  )
}
