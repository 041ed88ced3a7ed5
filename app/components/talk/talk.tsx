'use client'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useLoadAhead } from '../../../lib/client/use-load-ahead.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { talkCount } from '../../../lib/domain/talk/thread.ts'
import { type CommentSubject, commentSubjects } from '../../../lib/domain/vocabulary.ts'
import { commentAction } from './actions.ts'
import comment from './comment.module.css'
import styles from './talk.module.css'

const loadThreads = () => import('./threads.tsx')
const loadAhead = () => [loadThreads()]

const Threads = dynamic(() => loadThreads().then(({ Threads: loaded }) => loaded), {
  loading: () => <p className={comment['gone']}>Opening the comments …</p>,
})

function isSubject(entity: EntityName): entity is CommentSubject {
  return commentSubjects.some((subject) => subject === entity)
}

/** The comments of a record, at the end of its panel; nothing for records that nobody comments on. */
export function TalkSection({ entity, id }: { readonly entity: EntityName; readonly id: string }) {
  return isSubject(entity) ? <Section subject={entity} id={id} /> : null
}

/** The threads are loaded where there are some, or where somebody wants to begin one. */
function Section({ subject, id }: { readonly subject: CommentSubject; readonly id: string }) {
  const { snapshot } = useNetwork()
  const { open, comments } = talkCount(snapshot, subject, id)
  const [asked, setAsked] = useState(0)
  useLoadAhead(loadAhead)
  const section = useRef<HTMLElement>(null)
  const ask = () => {
    setAsked(asked + 1)
    section.current?.scrollIntoView({ block: 'nearest' })
  }
  useAction(commentAction, ask)
  return (
    <section ref={section} className={styles['section']} aria-label="Comments">
      <h3>
        Comments{comments > 0 && ` · ${comments}`}
        {open > 0 && <span className={styles['open']}>{open} open</span>}
      </h3>
      {comments > 0 || asked > 0 ? (
        <Threads subject={subject} id={id} asked={asked} />
      ) : (
        <button type="button" className={styles['begin']} onClick={ask}>
          Say something about this <kbd>M</kbd>
        </button>
      )}
    </section>
  )
}
