import { initialsOf, toneOfPerson } from '../../../lib/client/presence/people.ts'
import styles from './avatar.module.css'

type Props = { readonly personId: string; readonly name: string; readonly isLarge?: boolean }

/** The initials of a person on that person's colour. It says nothing to screen readers: the name stands beside it, or names the button. */
export function Avatar({ personId, name, isLarge = false }: Props) {
  return (
    <span
      aria-hidden="true"
      className={styles['avatar']}
      data-large={isLarge || undefined}
      style={{ backgroundColor: `var(--${toneOfPerson(personId)})` }}
    >
      {initialsOf(name)}
    </span>
  )
}
