'use client'
import { useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import { type SelectionKind, selectionKindOf, selectionOf, useView } from '../../../lib/client/view.ts'
import type { Sentence } from '../../../lib/domain/plan/sentence.ts'
import styles from './figure.module.css'

/** A sentence whose names open what they name in the panel; without links they only stand out. */
export function NamedSentence({ sentence, hasLinks = true }: { readonly sentence: Sentence; readonly hasLinks?: boolean }) {
  return sentence.map((part, at) => {
    if (part.kind === 'words') return part.text
    const kind = selectionKindOf(part.kind)
    const key = `${part.id} ${at + 1}`
    return kind === null || !hasLinks ? <b key={key}>{part.text}</b> : <NameLink key={key} kind={kind} id={part.id} text={part.text} />
  })
}

type NameProps = { readonly kind: SelectionKind; readonly id: string; readonly text: string }

/** A link, because the panel has an address, and because a long name then breaks like any words of its sentence. */
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
    <a href={`?${address}`} className={styles['name']} data-named={id} onClick={open}>
      {text}
    </a>
  )
}
