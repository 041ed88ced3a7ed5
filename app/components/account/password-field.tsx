'use client'
import { type ComponentProps, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { TextField } from '../ui/field.tsx'
import styles from './form.module.css'

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'autoComplete'> & {
  /** what a password manager is to do: fill in, or propose a new one */
  readonly use: 'current-password' | 'new-password'
}

/** A password that can be looked at. Pasting and password managers work as anywhere. */
export function PasswordField({ use, label, className, ...rest }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <div className={classNames(styles['password'], className)}>
      <TextField label={label} type={isShown ? 'text' : 'password'} autoComplete={use} spellCheck={false} autoCapitalize="none" {...rest} />
      <Button
        size="small"
        tone="quiet"
        className={styles['show']}
        aria-pressed={isShown}
        aria-label={`Show ${label.toLowerCase()}`}
        tabIndex={rest.value === '' ? -1 : 0}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </div>
  )
}
