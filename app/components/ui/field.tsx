import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

type FieldProps = { readonly label: string; readonly hint?: ReactNode; readonly error?: string | null; readonly isLabelHidden?: boolean }

type TextFieldProps = FieldProps & ComponentProps<'input'>

/** One line of text with its name above it, and what is wrong with it below. */
export function TextField({ label, hint, error, isLabelHidden = false, className, ...rest }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <input
        id={id}
        className={styles['input']}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        autoComplete="off"
        {...rest}
      />
      {note && (
        <div id={`${id}-note`} className={error ? styles['error'] : styles['hint']}>
          {note}
        </div>
      )}
    </div>
  )
}

type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, 'children' | 'onChange'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[]
    readonly onChoose: (value: string) => void
  }

/** A choice out of a short list, by the system's own list. */
export function Select({ label, hint, error, isLabelHidden = false, options, onChoose, className, ...rest }: SelectProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={styles['input']}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
        {...rest}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {note && (
        <div id={`${id}-note`} className={error ? styles['error'] : styles['hint']}>
          {note}
        </div>
      )}
    </div>
  )
}
