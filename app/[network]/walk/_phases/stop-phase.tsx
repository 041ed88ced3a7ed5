'use client'
import type { ReactNode } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { questionOf } from '../../../../lib/domain/ritual/walk/sentence.ts'
import { ChainDrawing } from '../_drawing/chain-drawing.tsx'
import { sectionWords } from '../_session/section-words.ts'
import { subjectOf } from '../_session/stop-subject.ts'
import { useIsNarrow } from '../_session/use-is-narrow.ts'
import { itemsOf } from '../_session/use-items.ts'
import type { Session } from '../_session/use-session.ts'
import card from './card.module.css'
import { ChainList } from './chain-list.tsx'
import { HealthCard, HealthDrawing } from './health-stop.tsx'
import { Said } from './said.tsx'
import { StopCard } from './stop-card.tsx'
import styles from './stop-phase.module.css'

/** One stop: at the left what hangs together, at the right what has to be known and asked. */
export function StopPhase({ session, stop }: { readonly session: Session; readonly stop: Stop }) {
  const { snapshot, assessment } = useNetwork()
  const isNarrow = useIsNarrow()
  const subject = subjectOf(snapshot, assessment, stop)
  const items = itemsOf(snapshot, session.ritual.id).filter((item) => item.stop === stop.id)
  const question = questionOf(stop)
  if (subject.kind === 'gone')
    return (
      <Split left={<p className={styles['gone']}>It was deleted since the agenda was made.</p>}>
        <p className={card['section']}>{sectionWords[stop.section]}</p>
        <h1 className={card['title']}>{stop.sentence}</h1>
        <p className={card['gone']}>Deleted meanwhile. What was decided about it can still be written down.</p>
        <Said items={items} />
      </Split>
    )
  if (subject.kind === 'health')
    return (
      <Split left={<HealthDrawing metricId={subject.metricId} />}>
        <HealthCard stop={stop} metricId={subject.metricId} items={items} question={question} />
      </Split>
    )
  const { keyResultId, dependencyId } = subject
  const drawing = isNarrow ? (
    <ChainList keyResultId={keyResultId} />
  ) : (
    <ChainDrawing
      stopId={stop.id}
      keyResultId={keyResultId}
      lens={session.lens}
      onOwnMove={session.stopFollowing}
      followed={session.followedCamera}
    />
  )
  return (
    <Split left={drawing}>
      <StopCard stop={stop} keyResultId={keyResultId} dependencyId={dependencyId} items={items} question={question} lens={session.lens} />
    </Split>
  )
}

function Split({ left, children }: { readonly left: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles['split']}>
      <div className={styles['ground']}>{left}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long card has to scroll by keys, too */}
      <article className={card['card']} aria-live="polite" tabIndex={0}>
        {children}
      </article>
    </div>
  )
}
