import styles from './form.module.css'

/** What went wrong with a form, read out at once. */
export function Failure({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p role="alert" className={styles['failure']}>
      {text}
    </p>
  )
}
