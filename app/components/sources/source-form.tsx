'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { safeHref } from '../../../lib/client/markdown.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { call } from '../../../lib/domain/command/call.ts'
import { type SourceSubject, sourceKinds } from '../../../lib/domain/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { keyResultFields, sourceWords } from './source-words.ts'
import styles from './sources.module.css'

type Props = {
  readonly subject: SourceSubject
  readonly id: string
  readonly field: string | null | 'all'
  readonly of: string
  readonly onClose: () => void
}

/** Says where a value comes from: kind, title, link and the day of which it tells. */
export function SourceForm({ subject, id, field, of, onClose }: Props) {
  const { today } = useNetwork()
  const mutate = useMutate()
  const [kind, setKind] = useState<string>('document')
  const [title, setTitle] = useState('')
  const [url, setUrl] = useState('')
  const [on, setOn] = useState(today)
  const [about, setAbout] = useState('')
  const typed = url.trim()
  const isMisread = typed !== '' && (safeHref(typed) === null || /^mailto:/i.test(typed))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '' || isMisread) return
    const chosen = field === 'all' ? about || null : field
    const known = sourceKinds.find((each) => each === kind) ?? 'other'
    const source = {
      id: freshId('source'),
      subject,
      subjectId: id,
      field: chosen,
      kind: known,
      title: title.trim(),
      url: typed || null,
      on: on || null,
    }
    void mutate([call('source.create', source)])
    onClose()
  }
  return (
    <form
      className={styles['form']}
      aria-label={`Source of ${of}`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        label="What it is"
        placeholder="Survey of clients, question 4"
        required
        maxLength={500}
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={styles['pair']}>
        <Select label="Kind" value={kind} options={sourceKinds.map((each) => ({ value: each, label: sourceWords[each] }))} onChoose={setKind} />
        <TextField label="Of the day" type="date" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
      </div>
      {field === 'all' && <Select label="Stands behind" value={about} options={keyResultFields} onChoose={setAbout} />}
      <TextField
        label="Link, if there is one"
        placeholder="https://"
        inputMode="url"
        maxLength={2000}
        value={url}
        error={isMisread ? 'Give an address that begins with https:// or http://.' : null}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <div className={styles['pair']}>
        <Button type="submit" tone="primary" size="small" disabled={title.trim() === '' || isMisread}>
          Add the source
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
