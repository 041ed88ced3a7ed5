'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldText, Rival } from '../../../lib/client/drafts/use-field-text.ts'
import type { KeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import type { FieldPlace } from '../../../lib/client/presence/state.ts'
import { useEditors } from '../../../lib/client/presence/use-presence.ts'
import { useShortAgo } from '../../../lib/client/seconds-ago.ts'
import { announce } from '../../../lib/client/toast.ts'
import { Button } from '../ui/button.tsx'
import styles from './field-notes.module.css'

/** Who edits, as a sentence: “Ana is editing”, “Ana and 2 others are editing”. */
export function editingText(names: readonly string[]): string {
  const [first = '', second = ''] = names
  if (names.length === 1) return `${first} is editing`
  return names.length === 2 ? `${first} and ${second} are editing` : `${first} and ${names.length - 1} others are editing`
}

type ChipProps = { readonly place: FieldPlace | null; readonly isQuiet?: boolean }

/** Says beside a field that somebody else has it open, once also to screen readers. It stops nobody. */
export function EditingChip({ place, isQuiet = false }: ChipProps) {
  const names = useEditors(place)
  const text = names.length === 0 ? '' : editingText(names)
  useEffect(() => {
    if (text !== '' && !isQuiet) announce(text)
  }, [text, isQuiet])
  if (text === '') return null
  return (
    <span className={styles['editing']} title={text}>
      <span className={styles['pen']} aria-hidden="true" />
      {text}
    </span>
  )
}

/** Whether somebody else changed the field while it is open here, and what to do about it: both values, and a choice. */
function RivalNote({ rival, mine, of }: { readonly rival: Rival; readonly mine: string; readonly of: FieldText }) {
  const { by, value, heardAt } = rival
  const ago = useShortAgo(heardAt ?? 0)
  useEffect(() => announce(`${by} changed this to ${value || 'nothing'}. Tab leads to keep mine and take theirs.`), [by, value])
  return (
    <div className={styles['rival']} role="group" aria-label={`${by} changed this while you were typing`}>
      <p>
        <b>{by}</b> changed this {heardAt === null ? 'meanwhile' : ago}
      </p>
      <dl>
        <div>
          <dt>Theirs</dt>
          <dd>{value || 'nothing'}</dd>
        </div>
        <div>
          <dt>Yours</dt>
          <dd>{mine || 'nothing'}</dd>
        </div>
      </dl>
      <div className={styles['choices']}>
        <Button size="small" tone="primary" onClick={of.keepMine}>
          Keep mine
        </Button>
        <Button size="small" onClick={of.takeTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  )
}

type OfferProps = {
  readonly draft: KeptDraft
  readonly onKeep: (text: string, more: Readonly<Record<string, string>>) => void
  readonly now?: string
}

/** Text that was typed in this field and never saved: put back or thrown away. Nothing where there is none, or where it has been saved since. */
export function DraftOffer({ draft, onKeep, now = '' }: OfferProps) {
  const { offered, take, discard } = draft
  if (!offered || offered.text.trim() === now.trim()) return null
  const keep = () => {
    const kept = take()
    if (kept) onKeep(kept.text, kept.more ?? {})
  }
  return (
    <div className={styles['offer']} role="group" aria-label="Unsaved text from before">
      <p>
        {offered.isRefused ? 'Could not be saved' : 'Unsaved text from before'}: <q>{offered.text}</q>
      </p>
      <div className={styles['choices']}>
        <Button size="small" onClick={keep}>
          Keep
        </Button>
        <Button size="small" tone="quiet" onClick={discard}>
          Discard
        </Button>
      </div>
    </div>
  )
}

type NotesProps = {
  readonly of: FieldText
  readonly place: FieldPlace | null
  /** puts a text into the field and the focus beside it */
  readonly refill: (text: string) => void
}

/** Everything that is said under a field that people share. */
export function FieldNotes({ of, place, refill }: NotesProps) {
  return (
    <>
      <EditingChip place={place} />
      {of.rival && <RivalNote rival={of.rival} mine={of.text} of={of} />}
      <DraftOffer draft={of.draft} now={of.text} onKeep={refill} />
    </>
  )
}

/** The same for a field in a row that has no room below: it floats under the field, over everything. */
export function FloatingNotes({ children }: { readonly children: ReactNode }) {
  const notes = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = notes.current
    if (!element) return
    const place = () => {
      const box = element.parentElement?.getBoundingClientRect()
      if (!box) return
      element.style.left = `${Math.max(8, Math.min(box.left, innerWidth - element.offsetWidth - 8))}px`
      const isBelow = box.bottom + element.offsetHeight + 12 < innerHeight
      element.style.top = `${isBelow ? box.bottom + 4 : box.top - element.offsetHeight - 4}px`
    }
    element.showPopover()
    place()
    const size = new ResizeObserver(place)
    size.observe(element)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      size.disconnect()
      window.removeEventListener('scroll', place, { capture: true })
    }
  }, [])
  return (
    <div ref={notes} popover="manual" className={styles['floating']}>
      {children}
    </div>
  )
}
