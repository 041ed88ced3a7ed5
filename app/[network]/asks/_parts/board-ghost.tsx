import styles from './asks.module.css'

const filled = new Set([1, 6, 8, 11, 14])

/** The board before anything stands in it. */
export function BoardGhost() {
  return (
    <div className={styles['ghost']}>
      {Array.from({ length: 16 }, (_, at) => (
        <i key={`cell ${at + 1}`} data-filled={filled.has(at) || undefined} />
      ))}
    </div>
  )
}
