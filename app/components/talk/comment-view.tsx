'use client'
import { useState } from 'react'
import { dayAndTime } from '../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Comment } from '../../../lib/domain/entity.ts'
import { find, networkOf } from '../../../lib/domain/snapshot.ts'
import { isTombstone } from '../../../lib/domain/talk/thread.ts'
import styles from './comment.module.css'
import { Composer } from './composer.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { withNames } from './mention-text.ts'
import type { Talk } from './use-talk.ts'

/** One comment: who, when, what, and what its author may do with it. */
export function CommentView({ comment, talk }: { readonly comment: Comment; readonly talk: Talk }) {
  const { snapshot } = useNetwork()
  const [isEditing, setEditing] = useState(false)
  const nameOf = (id: string | null) => find(snapshot, 'person', id)?.name ?? null
  if (isTombstone(comment)) return <p className={styles['gone']}>A comment was deleted.</p>
  return (
    <article className={styles['comment']} aria-label={`Comment by ${nameOf(comment.personId) ?? 'somebody who has left'}`}>
      <header>
        <strong>{nameOf(comment.personId) ?? 'Somebody who has left'}</strong>
        <time dateTime={comment.at}>{dayAndTime(comment.at, networkOf(snapshot).timeZone)}</time>
        {comment.editedAt !== null && <span>edited</span>}
        {!isEditing && (
          <span className={styles['acts']}>
            {talk.isMine(comment) && talk.refusal === null && (
              <button type="button" onClick={() => setEditing(true)}>
                Edit
              </button>
            )}
            {talk.mayDelete(comment) && (
              <button type="button" onClick={() => talk.remove(comment.id)}>
                Delete
              </button>
            )}
          </span>
        )}
      </header>
      {isEditing ? (
        <Composer
          label="Change the comment"
          place={{ entity: 'comment', id: comment.id, field: 'text' }}
          sendWord="Save"
          isFocused
          initial={withNames(comment.text, nameOf)}
          onCancel={() => setEditing(false)}
          onSend={(text) => {
            talk.reword(comment.id, text)
            setEditing(false)
          }}
        />
      ) : (
        <MarkdownView text={comment.text} />
      )}
    </article>
  )
}
