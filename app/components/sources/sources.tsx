'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { safeHref } from '../../../lib/client/markdown.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../lib/client/who.ts'
import { call } from '../../../lib/domain/command/call.ts'
import type { Source } from '../../../lib/domain/entity.ts'
import { referring } from '../../../lib/domain/snapshot.ts'
import { sourceAge } from '../../../lib/domain/talk/source-age.ts'
import type { SourceSubject } from '../../../lib/domain/vocabulary.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { ageInWords, fieldInWords, sourceWords } from './source-words.ts'
import styles from './sources.module.css'

const SourceForm = dynamic(() => import('./source-form.tsx').then(({ SourceForm: loaded }) => loaded))

type Props = {
  readonly subject: SourceSubject
  readonly id: string
  /** the value that they stand behind; `all` shows those of every value of the record */
  readonly field: string | null | 'all'
  /** what they stand behind, in words */
  readonly of: string
}

/** Where a value comes from: each source with its age, and a quiet word where nobody has said. */
export function Sources({ subject, id, field, of }: Props) {
  const { snapshot } = useNetwork()
  const refusal = useRefusal()
  const [isAdding, setAdding] = useState(false)
  const sources = referring(snapshot, 'source', 'subjectId', id).filter(
    (each) => each.subject === subject && (field === 'all' || each.field === field),
  )
  return (
    <div className={styles['sources']}>
      {sources.length > 0 && (
        <ul aria-label={`Sources of ${of}`}>
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} showsField={field === 'all'} />
          ))}
        </ul>
      )}
      {refusal === null && !isAdding && (
        <button type="button" className={styles['add']} onClick={() => setAdding(true)}>
          {sources.length === 0 ? 'no source · add one' : 'add a source'}
          <span className="visually-hidden"> for {of}</span>
        </button>
      )}
      {refusal !== null && sources.length === 0 && <span className={styles['none']}>no source</span>}
      {isAdding && <SourceForm subject={subject} id={id} field={field} of={of} onClose={() => setAdding(false)} />}
    </div>
  )
}

function SourceLine({ source, showsField }: { readonly source: Source; readonly showsField: boolean }) {
  const { today } = useNetwork()
  const refusal = useRefusal()
  const mutate = useMutate()
  const age = sourceAge(source, today)
  const href = source.url === null ? null : safeHref(source.url)
  const about = showsField ? fieldInWords(source.field) : null
  const remove = () => void mutate([call('source.delete', { id: source.id })], { toast: 'Source removed' })
  return (
    <li data-old={age.isOld || undefined}>
      <span className={styles['title']}>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        <small>
          {sourceWords[source.kind]}
          {about && ` · ${about}`} ·{' '}
          <span className={styles['age']}>
            {age.isOld && <OldMark />}
            {ageInWords(age)}
            {age.isOld && ', old'}
          </span>
        </small>
      </span>
      {refusal === null && (
        <IconButton size="small" label={`Remove the source ${source.title}`} onClick={remove}>
          <Icon name="close" size={12} />
        </IconButton>
      )}
    </li>
  )
}

/** The shape of what is out of date: an hourglass that has run through. */
function OldMark() {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true" focusable="false">
      <path
        d="M1.500 1h8M1.500 11h8M2.500 1c0 3 6 7 6 10M8.500 1c0 3-6 7-6 10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.300"
        strokeLinecap="round"
      />
      <path d="M3 10.500h5L5.500 8Z" fill="currentColor" />
    </svg>
  )
}
