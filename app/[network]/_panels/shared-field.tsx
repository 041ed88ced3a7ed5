'use client'

import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useFieldPlace } from '../../../lib/client/drafts/record-place.ts'
import { useFieldText } from '../../../lib/client/drafts/use-field-text.ts'
import { FieldNotes } from '../../components/presence/field-notes.tsx'
import styles from './field.module.css'

export type Draft = ReturnType<typeof useDraft>

/** A field and the notes under it, as one: going from one to the other leaves neither. */
export function SharedField({ of, children }: { of: Draft | undefined; children: ReactNode }) {
  const whole = useRef<HTMLDivElement>(null)
  const input = () => whole.current?.querySelector<HTMLElement>('input, textarea')
  const after = (choose: () => void) => () => {
    input()?.focus()
    choose()
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!whole.current?.contains(relatedTarget)) of?.end()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears that the focus leaves the field and its notes
    <div ref={whole} className={styles['field']} onBlur={onBlur}>
      {children}
      {of?.place && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
        <div className={styles['notes']} onKeyDown={(event) => event.key === 'Escape' && leaveNotes(event, of)}>
          <FieldNotes
            of={{ ...of.field, keepMine: after(of.field.keepMine), takeTheirs: after(of.field.takeTheirs) }}
            place={of.place}
            refill={(text) => {
              // the focus opens the field with what is saved; the text from before comes after it
              input()?.focus()
              of.field.begin(text)
            }}
          />
        </div>
      )}
    </div>
  )
}

function leaveNotes(event: KeyboardEvent, of: Draft): void {
  event.stopPropagation()
  event.preventDefault()
  of.cancel()
  if (event.target instanceof HTMLElement) event.target.blur()
}

/**
 * A draft of a text: what is typed until Enter or leaving it saves it and Escape puts the old one back. Somebody else's change shows at
 * once unless this person is typing; then the person decides.
 */
export function useDraft({ value, path, save, accepts = () => true }: DraftOptions) {
  const place = useFieldPlace(path)
  const field = useFieldText({ value, place })
  return {
    place,
    field,
    text: field.text,
    isWrong: field.isOpen && !accepts(field.text),
    begin: () => {
      if (!field.isOpen) field.begin()
    },
    change: field.change,
    cancel: field.cancel,
    end: () => {
      const typed = field.end()
      if (typed && typed.text !== value && accepts(typed.text)) save(typed.text, typed.revision)
    },
  }
}

type DraftOptions = {
  readonly value: string
  readonly path: string | undefined
  readonly save: (text: string, revision: number) => void
  readonly accepts?: (text: string) => boolean
}
