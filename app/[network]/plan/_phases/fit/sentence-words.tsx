'use client'
import { selectionKindOf, useView } from '../../../../../lib/client/view.ts'
import type { Sentence } from '../../../../../lib/domain/plan/sentence.ts'
import styles from './fit.module.css'

/** A sentence of the domain, its names as links to what they name. */
export function SentenceWords({ sentence, hasLinks }: { readonly sentence: Sentence; readonly hasLinks: boolean }) {
  const { select } = useView()
  return sentence.map((part, at) => {
    if (part.kind === 'words') return part.text
    const kind = selectionKindOf(part.kind)
    if (!hasLinks || kind === null) return <b key={`${part.id} ${at + 1}`}>{part.text}</b>
    return (
      <button key={`${part.id} ${at + 1}`} type="button" className={styles['name']} onClick={() => select(kind, part.id)}>
        {part.text}
      </button>
    )
  })
}
