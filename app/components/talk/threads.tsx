'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { find } from '../../../lib/domain/snapshot.ts'
import { type Thread, threadsOn } from '../../../lib/domain/talk/thread.ts'
import type { CommentSubject } from '../../../lib/domain/vocabulary.ts'
import { counted } from '../graph/words.ts'
import comment from './comment.module.css'
import { CommentView } from './comment-view.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import styles from './threads.module.css'
import { type Talk, useTalk } from './use-talk.ts'

type Props = {
  readonly subject: CommentSubject
  readonly id: string
  /** rises each time somebody asks to write here */
  readonly asked: number
}

/** What was said about a record: open threads first, resolved ones folded, and where to say more. */
export function Threads({ subject, id, asked }: Props) {
  const { snapshot } = useNetwork()
  const talk = useTalk(subject, id)
  const composer = useRef<ComposerHandle>(null)
  const [showsResolved, setShowsResolved] = useState(false)
  const threads = useMemo(() => threadsOn(snapshot, subject, id), [snapshot, subject, id])
  const open = threads.filter(({ isResolved }) => !isResolved)
  const resolved = threads.filter(({ isResolved }) => isResolved)
  useEffect(() => {
    if (asked > 0) composer.current?.focus()
  }, [asked])
  return (
    <>
      {open.map((thread) => (
        <ThreadView key={thread.root.id} thread={thread} talk={talk} />
      ))}
      {resolved.length > 0 && (
        <button type="button" className={styles['fold']} aria-expanded={showsResolved} onClick={() => setShowsResolved(!showsResolved)}>
          {counted(resolved.length, 'resolved thread')}
        </button>
      )}
      {showsResolved && resolved.map((thread) => <ThreadView key={thread.root.id} thread={thread} talk={talk} />)}
      {talk.refusal === null ? (
        <Composer
          key={id}
          label="Say something"
          sendWord="Comment"
          handle={composer}
          place={{ entity: subject, id, field: 'comment' }}
          onSend={(text) => talk.say(text)}
        />
      ) : (
        <p className={comment['gone']}>{talk.refusal}</p>
      )}
    </>
  )
}

function ThreadView({ thread: { root, answers, isResolved }, talk }: { readonly thread: Thread; readonly talk: Talk }) {
  const { snapshot } = useNetwork()
  const [isAnswering, setAnswering] = useState(false)
  return (
    <section className={styles['thread']} data-resolved={isResolved || undefined} aria-label={isResolved ? 'Resolved thread' : 'Thread'}>
      <CommentView comment={root} talk={talk} />
      {answers.length > 0 && (
        <div className={styles['answers']}>
          {answers.map((answer) => (
            <CommentView key={answer.id} comment={answer} talk={talk} />
          ))}
        </div>
      )}
      {isResolved && <p className={comment['gone']}>✓ resolved by {find(snapshot, 'person', root.resolvedById)?.name ?? 'somebody who has left'}</p>}
      {talk.refusal === null && !isAnswering && (
        <div className={styles['acts']}>
          <button type="button" onClick={() => setAnswering(true)}>
            Answer
          </button>
          <button type="button" onClick={() => talk.resolve(root.id, !isResolved)}>
            {isResolved ? 'Reopen' : 'Resolve'}
          </button>
        </div>
      )}
      {isAnswering && (
        <Composer
          label="Answer"
          place={{ entity: root.subject, id: root.subjectId, field: `answer.${root.id}` }}
          sendWord="Answer"
          isFocused
          onCancel={() => setAnswering(false)}
          onSend={(text) => {
            talk.say(text, root.id)
            setAnswering(false)
          }}
        />
      )}
    </section>
  )
}
