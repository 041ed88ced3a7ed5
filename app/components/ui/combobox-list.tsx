'use client'
import { Popover } from '@base-ui/react/popover'
import type { RefObject } from 'react'
import styles from './combobox.module.css'
import { isOwnPress } from './own-press.ts'
import { Picker, type PickerOption } from './picker.tsx'

type Props = {
  readonly label: string
  readonly options: readonly PickerOption[]
  /** the button that opens it, and that the focus goes back to */
  readonly button: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (id: string) => void
  readonly onCreate?: (name: string) => void
  readonly createWord?: string
}

/** The list of a combobox, apart from its button: it is loaded when it is wanted. */
export function ComboboxList({ label, options, button, isOpen, onClose, onChoose, onCreate, createWord }: Props) {
  return (
    <Popover.Root open={isOpen} onOpenChange={(_, closing) => !isOwnPress(closing, button.current) && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className={styles['positioner']} anchor={button} align="start" sideOffset={4}>
          <Popover.Popup className={styles['popup']} aria-label={label} finalFocus={button}>
            <Picker
              label={label}
              isFocused
              options={options}
              onChoose={onChoose}
              onCancel={onClose}
              {...(onCreate ? { onCreate } : {})}
              {...(createWord ? { createWord } : {})}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
