'use client'
import { useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import { type SelectionKind, selectionKindOf, selectionOf, useView } from '../../../../lib/client/view.ts'
import type { EditPart } from './edit-sentence.ts'
import styles from './what-if.module.css'

/** A sentence whose names open what they name in the panel. */
export function SentenceLine({ sentence }: { readonly sentence: readonly EditPart[] }) {
  return sentence.map((part, at) => {
    if (part.kind === 'words') return part.text
    const kind = selectionKindOf(part.kind)
    const key = `${part.id} ${at + 1}`
    return kind === null ? <b key={key}>{part.text}</b> : <NameLink key={key} kind={kind} id={part.id} text={part.text} />
  })
}

type NameProps = { readonly kind: SelectionKind; readonly id: string; readonly text: string }

/** A link, because the panel has an address and a long name breaks like a word of its sentence. */
function NameLink({ kind, id, text }: NameProps) {
  const { select } = useView()
  const address = new URLSearchParams(useSearchParams())
  address.set('sel', selectionOf(kind, id))
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    select(kind, id)
  }
  return (
    <a href={`?${address}`} className={styles['name']} data-record={id} onClick={open}>
      {text}
    </a>
  )
}
