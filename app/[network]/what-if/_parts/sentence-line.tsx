'use client'
import { selectionKindOf, useView } from '../../../../lib/client/view.ts'
import type { EditPart } from './edit-sentence.ts'
import styles from './what-if.module.css'

/** A sentence whose names open what they name in the panel. */
export function SentenceLine({ sentence }: { readonly sentence: readonly EditPart[] }) {
  const { select } = useView()
  return sentence.map((part, at) => {
    if (part.kind === 'words') return part.text
    const kind = selectionKindOf(part.kind)
    const key = `${part.id} ${at + 1}`
    if (kind === null) return <b key={key}>{part.text}</b>
    return (
      <button key={key} type="button" className={styles['name']} data-record={part.id} onClick={() => select(kind, part.id)}>
        {part.text}
      </button>
    )
  })
}
