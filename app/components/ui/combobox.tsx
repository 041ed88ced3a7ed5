'use client'
import { Popover } from '@base-ui/react/popover'
import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './combobox.module.css'
import { Picker, type PickerOption } from './picker.tsx'
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

/** A choice out of many: a button with the present one, which opens a list to search in. */
export function Combobox({
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
  const [open, setOpenState] = useState(isOpenAtFirst)
  const setOpen = (isOpen: boolean) => {
    setOpenState(isOpen)
    if (!isOpen) onClose?.()
  }
  const chosen = options.find(({ id }) => id === value)
  const close = (act: () => void) => {
    setOpen(false)
    act()
  }
  const none: PickerOption[] = canClear && value !== null ? [{ id: '', label: 'None' }] : []
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={classNames(styles['trigger'], isQuiet && styles['quiet'])} aria-label={`${label}: ${chosen?.label ?? 'none'}`}>
        {children ?? (
          <>
            {chosen?.glyph}
            <span className={chosen ? styles['value'] : styles['placeholder']}>{chosen?.label ?? placeholder}</span>
          </>
        )}
        {!isQuiet && <Icon name="chevronDown" size={14} />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} align="start" sideOffset={4}>
          <Popover.Popup className={styles['popup']} aria-label={label}>
            <Picker
              label={label}
              isFocused
              options={[...none, ...options]}
              onChoose={(id) => close(() => onChange(id === '' ? null : id))}
              onCancel={() => setOpen(false)}
              {...(onCreate ? { onCreate: (name: string) => close(() => onCreate(name)) } : {})}
              {...(createWord ? { createWord } : {})}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
