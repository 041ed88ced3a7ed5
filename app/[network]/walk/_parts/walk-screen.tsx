'use client'
import Link from 'next/link'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useEffect, useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { classNames } from '../../../components/ui/class-names.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { backAction, nextAction } from './actions.ts'
import { ChangedPage, ClosePage } from './frame-pages.tsx'
import { StopPage } from './stop-page.tsx'
import { sectionWords, useWalkStops, type WalkPage } from './use-walk-stops.ts'
import styles from './walk.module.css'

/** The weekly walk: one thing at a time, in the order that matters, readable from the back of the room. */
export function WalkScreen() {
  const { cycle, slug, assessment } = useNetwork()
  const { walk, pages, since } = useWalkStops()
  const [asked, setAt] = useQueryState('stop', parseAsInteger.withDefault(0).withOptions({ history: 'replace', shallow: true }))
  const at = Math.max(0, Math.min(pages.length - 1, asked))
  const page = pages[at]
  const go = (to: number) => void setAt(Math.max(0, Math.min(pages.length - 1, to)) || null)
  useAction(nextAction, () => go(at + 1))
  useAction(backAction, () => go(at - 1))
  if (!cycle || !page || assessment.keyResults.size === 0)
    return (
      <EmptyState title="There is nothing to walk through yet" action={<Link href={`/${slug}/outline`}>Open the outline</Link>}>
        The walk goes through the key results of a cycle: what changed, what is late or blocked, and what nobody has spoken of.
      </EmptyState>
    )
  return (
    <div className={styles['walk']}>
      <nav className={styles['list']} aria-label="Stops of the walk">
        <ol>
          {pages.map((each, index) => (
            <StopEntry key={keyOf(each)} page={each} before={pages[index - 1]} isHere={index === at} go={() => go(index)} />
          ))}
        </ol>
      </nav>
      <div className={styles['stage']}>
        <article className={styles['page']} aria-live="polite">
          {page.kind === 'changed' && <ChangedPage walk={walk} since={since} />}
          {page.kind === 'stop' && <StopPage stop={page.stop} />}
          {page.kind === 'close' && <ClosePage walk={walk} />}
        </article>
        <footer className={styles['foot']}>
          <Button onClick={() => go(at - 1)} disabled={at === 0}>
            <Icon name="arrowLeft" /> Back
          </Button>
          <span className={styles['count']}>
            {at + 1} of {pages.length}
          </span>
          <Button tone="primary" onClick={() => go(at + 1)} disabled={at === pages.length - 1}>
            Next <Icon name="arrowRight" />
          </Button>
        </footer>
      </div>
    </div>
  )
}

function keyOf(page: WalkPage): string {
  return page.kind === 'stop' ? `${page.stop.section}:${page.stop.dependencyId ?? page.stop.keyResultId}` : page.kind
}

type EntryProps = { readonly page: WalkPage; readonly before: WalkPage | undefined; readonly isHere: boolean; readonly go: () => void }

function StopEntry({ page, before, isHere, go }: EntryProps) {
  const { snapshot, assessment } = useNetwork()
  const entry = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHere) entry.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const section = page.kind === 'stop' ? page.stop.section : null
  const isFirst = section !== null && !(before?.kind === 'stop' && before.stop.section === section)
  const facts = page.kind === 'stop' ? assessment.keyResults.get(page.stop.keyResultId) : undefined
  const title =
    page.kind === 'stop'
      ? (find(snapshot, 'keyResult', page.stop.keyResultId)?.title ?? '')
      : page.kind === 'changed'
        ? 'What changed'
        : 'Wins, and the rest'
  return (
    <li>
      {isFirst && section && <p className={styles['section']}>{sectionWords[section].title}</p>}
      <button
        ref={entry}
        type="button"
        className={classNames(styles['entry'], isHere && styles['here'])}
        aria-current={isHere ? 'step' : undefined}
        onClick={go}
      >
        {facts ? <StatusBadge status={facts.display} size={14} /> : <span className={styles['bullet']} />}
        <span>{title}</span>
      </button>
    </li>
  )
}
