'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useRef, useState } from 'react'
import { useRefusal } from '../../../lib/client/who.ts'
import { classNames } from './class-names.ts'
import styles from './combobox.module.css'
import type { PickerOption } from './picker.tsx'
import { Icon } from './ui-icon.tsx'

type Props = {
  readonly label: string
  readonly value: string | null
  readonly options: readonly PickerOption[]
  readonly onChange: (id: string | null) => void
  readonly onCreate?: (name: string) => void
  readonly createWord?: string
  readonly placeholder?: string
  readonly canClear?: boolean
  readonly isQuiet?: boolean
  /** opens at once, and is told when it closes: for a cell of a grid */
  readonly isOpenAtFirst?: boolean
  readonly onClose?: () => void
  readonly children?: ReactNode
}

export const loadComboboxList = () => import('./combobox-list.tsx')
const ComboboxList = dynamic(() => loadComboboxList().then(({ ComboboxList: loaded }) => loaded))

/** A choice out of many: a button with the present one, which opens a list to search in. Where the record around it may not be changed, the choice alone. */
export function Combobox(props: Props) {
  const refusal = useRefusal()
  if (refusal === null) return <OpenCombobox {...props} />
  return <span>{props.children ?? props.options.find(({ id }) => id === props.value)?.label ?? '–'}</span>
}

function OpenCombobox({
  label,
  value,
  options,
  onChange,
  onCreate,
  createWord,
  placeholder = 'Choose',
  canClear = false,
  isQuiet = false,
  isOpenAtFirst = false,
  onClose,
  children,
}: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpenState] = useState(isOpenAtFirst)
  const [wasOpened, setWasOpened] = useState(isOpenAtFirst)
  const setOpen = (isOpen: boolean) => {
    setOpenState(isOpen)
    if (isOpen) setWasOpened(true)
    else onClose?.()
  }
  const chosen = options.find(({ id }) => id === value)
  const close = (act: () => void) => {
    setOpen(false)
    act()
  }
  const none: PickerOption[] = canClear && value !== null ? [{ id: '', label: 'None' }] : []
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(styles['trigger'], isQuiet && styles['quiet'])}
        aria-label={`${label}: ${chosen?.label ?? `none, ${placeholder}`}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={loadComboboxList}
        onFocus={loadComboboxList}
        onClick={() => setOpen(!open)}
      >
        {children ?? (
          <>
            {chosen?.glyph}
            <span className={chosen ? styles['value'] : styles['placeholder']}>{chosen?.label ?? placeholder}</span>
          </>
        )}
        {!isQuiet && <Icon name="chevronDown" size={14} />}
      </button>
      {wasOpened && (
        <ComboboxList
          label={label}
          options={[...none, ...options]}
          button={button}
          isOpen={open}
          onClose={() => setOpen(false)}
          onChoose={(id) => close(() => onChange(id === '' ? null : id))}
          {...(onCreate ? { onCreate: (name: string) => close(() => onCreate(name)) } : {})}
          {...(createWord ? { createWord } : {})}
        />
      )}
    </>
  )
}
