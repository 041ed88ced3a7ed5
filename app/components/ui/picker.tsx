'use client'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { fuzzyFilter } from '../../../lib/client/fuzzy.ts'
import { classNames } from './class-names.ts'
import styles from './picker.module.css'

export type PickerOption = { readonly id: string; readonly label: string; readonly hint?: string; readonly glyph?: ReactNode }

type Props = {
  readonly label: string
  readonly options: readonly PickerOption[]
  readonly onChoose: (id: string) => void
  /** lets a name that is not in the list be made */
  readonly onCreate?: (name: string) => void
  readonly createWord?: string
  readonly onCancel?: () => void
  readonly placeholder?: string
  readonly isFocused?: boolean
  readonly limit?: number
  readonly emptyText?: string
}

/** A field to find one of many by a few letters, with its list below it: arrows move, Enter takes. */
export function Picker({
  label,
  options,
  onChoose,
  onCreate,
  createWord = 'Create',
  onCancel,
  placeholder,
  isFocused = false,
  limit = 50,
  emptyText = 'Nothing like that.',
}: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = useMemo(
    () => fuzzyFilter(options, typed, ({ label: text, hint }) => `${text} ${hint ?? ''}`).slice(0, limit),
    [options, typed, limit],
  )
  const name = typed.trim()
  const canCreate = onCreate !== undefined && name !== '' && !options.some((option) => option.label.toLowerCase() === name.toLowerCase())
  const count = found.length + (canCreate ? 1 : 0)

  useEffect(() => {
    if (isFocused) input.current?.focus()
  }, [isFocused])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const take = (index: number) => {
    const option = found[index]
    if (option) onChoose(option.id)
    else if (canCreate) onCreate(name)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((now) => (count === 0 ? 0 : (now + step + count) % count))
    else if (event.key === 'Enter') take(at)
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['picker']}>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={styles['input']}
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, after the pattern of the ARIA guide */}
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']}>
        {found.map((option, index) => (
          <Row key={option.id} id={`${id}-${index}`} isActive={index === at} take={() => take(index)} look={() => setAt(index)}>
            {option.glyph}
            <span className={styles['label']}>{option.label}</span>
            {option.hint && <span className={styles['hint']}>{option.hint}</span>}
          </Row>
        ))}
        {canCreate && (
          <Row id={`${id}-${found.length}`} isActive={at === found.length} take={() => take(found.length)} look={() => setAt(found.length)}>
            <span className={styles['label']}>
              {createWord} “{name}”
            </span>
          </Row>
        )}
      </ul>
      {count === 0 && <p className={styles['none']}>{emptyText}</p>}
    </div>
  )
}

type RowProps = {
  readonly id: string
  readonly isActive: boolean
  readonly take: () => void
  readonly look: () => void
  readonly children: ReactNode
}

function Row({ id, isActive, take, look, children }: RowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of that list
      role="option"
      aria-selected={isActive}
      className={classNames(styles['option'], isActive && styles['active'])}
      onPointerMove={look}
      onPointerDown={(event) => event.preventDefault()}
      onClick={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    >
      {children}
    </li>
  )
}
