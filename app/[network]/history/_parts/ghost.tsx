import styles from './history.module.css'

/** The list before it is there. */
export function Ghost() {
  return (
    <div className={styles['ghost']} aria-hidden="true">
      {[68, 44, 80, 56, 62, 38].map((width) => (
        <span key={width}>
          <i />
          <b style={{ width: `${width}%` }} />
        </span>
      ))}
    </div>
  )
}
