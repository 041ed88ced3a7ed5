'use client'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useKeptDraft } from '../../../../lib/client/drafts/use-kept-draft.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { loadRunner } from '../../../../lib/client/network/shown.ts'
import { parentIdOf } from '../../../../lib/client/outline/place.ts'
import { childOf, entityOfKind, kindWords, levelOf, parentOf } from '../../../../lib/client/outline/row.ts'
import type { FieldPlace } from '../../../../lib/client/presence/state.ts'
import { useTellEditing } from '../../../../lib/client/presence/use-presence.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { EditingChip } from '../../../components/presence/field-notes.tsx'
import styles from './entry-rows.module.css'
import { useOutline } from './outline-context.ts'
import { QuickChips } from './quick-chips.tsx'
import { useAdd } from './use-add.ts'
import type { Draft } from './use-outline-state.ts'

const placeholders = {
  area: 'Name a value area, such as Customer value',
  node: 'Name a group of activities, such as New clients',
  objective: 'What do you want to reach?',
  health: 'People who would stay 80..100 % ±5 @ana',
  kr: 'Reduce churn 6% -> 4% by 31 mar @ana',
  need: '',
} as const

const entityOfParent = { node: 'area', objective: 'node', health: 'node', kr: 'objective', need: 'keyResult' } as const

/** Under which record a new line is typed, and as what. */
export function placeOfLine({ kind, parentId, nodeId }: Draft, networkId: string): FieldPlace {
  if (nodeId !== undefined) return { entity: 'node', id: nodeId, field: `create.${kind}` }
  if (kind === 'area' || parentId === null) return { entity: 'network', id: networkId, field: `create.${kind}` }
  return { entity: entityOfParent[kind], id: parentId, field: `create.${kind}` }
}

type Props = { readonly draft: Draft; readonly onPaste: (text: string) => void }

/** A line that is being typed. Enter keeps it and opens the next; an empty Enter or Esc ends it; Tab makes it what stands under the line before. */
export function DraftRow({ draft, onPaste }: Props) {
  const { snapshot, networkId } = useNetwork()
  const { state } = useOutline()
  const add = useAdd()
  const [text, setText] = useState(draft.text)
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line at another place takes the focus again
  useEffect(() => input.current?.focus(), [draft.kind, draft.afterId, draft.parentId])

  // What decides an edit is fetched while the line is typed, so that what is kept stands there with the next key.
  useEffect(() => void loadRunner().catch(() => undefined), [])

  const place = placeOfLine(draft, networkId)
  const kept = useKeptDraft(place)
  useTellEditing(place, true)
  const write = (next: string) => {
    setText(next)
    kept.keep(next)
  }

  const leave = () => {
    kept.done()
    const parentKind = parentOf[draft.kind]
    const parentKey = draft.nodeId !== undefined ? `node:${draft.nodeId}` : parentKind && draft.parentId ? `${parentKind}:${draft.parentId}` : null
    const key = draft.afterId !== null ? `${draft.kind}:${draft.afterId}` : parentKey
    state.setDraft(null)
    if (key) state.focusOn({ key, column: 'title' })
  }
  /** The field is free for the next line at once; a line that was refused comes back. */
  const keep = () => {
    setText('')
    kept.sent(text)
    void add(draft, text).then((id) => id === null && setText((typed) => typed || text))
  }
  const indent = () => {
    const child = childOf[draft.kind]
    if (!child || child === 'need' || draft.afterId === null) return
    state.setOpen(`${draft.kind}:${draft.afterId}`, true)
    state.setDraft({ kind: child, parentId: draft.afterId, afterId: null, text })
  }
  const outdent = () => {
    const parentKind = parentOf[draft.kind]
    if (!parentKind || draft.parentId === null) return
    state.setDraft({ kind: parentKind, parentId: parentIdOf(snapshot, parentKind, draft.parentId), afterId: draft.parentId, text })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      if (text.trim() === '') leave()
      else keep()
    } else if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') (event.shiftKey ? outdent : indent)()
    else return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }
  const onPasteText = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(pasted.trim())) return
    event.preventDefault()
    onPaste(pasted)
  }
  const parentKind = parentOf[draft.kind]
  const parent = parentKind && find(snapshot, entityOfKind[parentKind], draft.parentId)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field in it takes the focus
    <div role="row" aria-level={levelOf[draft.kind]} className={styles['draft']} data-scope="text">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field in it takes the focus */}
      <div role="gridcell" className={styles['draftCell']} style={{ paddingLeft: `${(levelOf[draft.kind] - 1) * 18 + 34}px` }}>
        <input
          ref={input}
          className={styles['draftInput']}
          aria-label={`New ${kindWords[draft.kind]}`}
          placeholder={placeholders[draft.kind]}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPasteText}
          onBlur={() => text.trim() === '' && state.setDraft(null)}
        />
        <EditingChip place={place} isQuiet />
        {(draft.kind === 'kr' || draft.kind === 'health') && text.trim() !== '' ? (
          <QuickChips kind={draft.kind} text={text} />
        ) : (
          <span className={styles['draftHint']}>
            {parent ? 'Enter keeps it · Tab and ⇧Tab change the level · Esc ends' : 'Enter keeps it · Esc ends'}
          </span>
        )}
      </div>
    </div>
  )
}
