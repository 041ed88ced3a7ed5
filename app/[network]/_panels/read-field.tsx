import styles from './field.module.css'

type Props = { readonly label: string; readonly hideLabel?: boolean | undefined; readonly text: string | null }

/** A value that may be read here and not changed. */
export function ReadField({ label, hideLabel = false, text }: Props) {
  return (
    <div className={styles['field']} role="group" aria-label={label}>
      <span className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</span>
      <p className={styles['read']}>{text || '–'}</p>
    </div>
  )
}
