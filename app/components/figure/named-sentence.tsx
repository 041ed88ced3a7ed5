'use client'
import { useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import { type SelectionKind, selectionKindOf, selectionOf, useView } from '../../../lib/client/view.ts'
import type { SentencePart } from '../../../lib/domain/plan/sentence.ts'
import styles from './figure.module.css'

type Part = SentencePart | { readonly kind: 'dependency'; readonly id: string; readonly text: string }

type Props = {
  readonly sentence: readonly Part[]
  readonly hasLinks?: boolean
  /** the focus comes back to the name when its panel is closed: where nothing else on the page stands for the record */
  readonly takesFocusBack?: boolean
}

/** A sentence whose names open what they name in the panel; without links they only stand out. */
export function NamedSentence({ sentence, hasLinks = true, takesFocusBack = false }: Props) {
  return sentence.map((part, at) => {
    if (part.kind === 'words') return part.text
    const kind = selectionKindOf(part.kind)
    const key = `${part.id} ${at + 1}`
    return kind === null || !hasLinks ? (
      <b key={key}>{part.text}</b>
    ) : (
      <NameLink key={key} kind={kind} id={part.id} text={part.text} takesFocusBack={takesFocusBack} />
    )
  })
}

type NameProps = { readonly kind: SelectionKind; readonly id: string; readonly text: string; readonly takesFocusBack: boolean }

/** A link, because the panel has an address, and because a long name then breaks like any words of its sentence. */
function NameLink({ kind, id, text, takesFocusBack }: NameProps) {
  const { select } = useView()
  const address = new URLSearchParams(useSearchParams())
  address.set('sel', selectionOf(kind, id))
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    select(kind, id)
  }
  return (
    <a href={`?${address}`} className={styles['name']} data-record={takesFocusBack ? id : undefined} onClick={open}>
      {text}
    </a>
  )
}
