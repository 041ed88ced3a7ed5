'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { talkCount } from '../../../lib/domain/talk/thread.ts'
import type { CommentSubject } from '../../../lib/domain/vocabulary.ts'
import { counted } from '../graph/words.ts'
import styles from './talk-mark.module.css'

/** How many threads about a record are open, as a small bubble; nothing where none is. */
export function TalkMark({ subject, id }: { readonly subject: CommentSubject; readonly id: string }) {
  const { snapshot } = useNetwork()
  const { open } = talkCount(snapshot, subject, id)
  if (open === 0) return null
  const words = counted(open, 'open thread')
  return (
    <span className={styles['mark']} title={words}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M1 1.500h10v6.500H6l-3 3V8H1Z" fill="none" stroke="currentColor" strokeWidth="1.300" strokeLinejoin="round" />
      </svg>
      {open}
      <span className="visually-hidden"> {open === 1 ? 'open thread' : 'open threads'}</span>
    </span>
  )
}
