import type { Fault } from '../../lib/domain/error.ts'
import styles from './fault-list.module.css'

const most = 100

/** What is wrong with a file, place by place. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <section role="alert" className={styles['faults']} aria-label="Faults of the file">
      <h2>
        {faults.length} {faults.length === 1 ? 'thing is' : 'things are'} wrong with this file. Nothing was imported.
      </h2>
      <ul>
        {faults.slice(0, most).map(({ path, message, remedy }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message} {remedy}
          </li>
        ))}
      </ul>
      {faults.length > most && <p>{faults.length - most} more.</p>}
    </section>
  )
}
