import { addressOf } from '../../../lib/client/request.ts'
import { Icon } from '../../components/ui/ui-icon.tsx'
import styles from './account.module.css'

/** Everything that is kept about somebody, as a file. */
export function OwnData() {
  return (
    <section className={styles['part']} aria-labelledby="data-title">
      <h2 id="data-title">My data</h2>
      <p className={styles['hint']}>
        Your account, and in each network your person, what you own, reported, promised, said and changed: one JSON file.
      </p>
      <a className={styles['download']} href={addressOf({ path: '/account/export' })} download="weft-my-data.json">
        <Icon name="download" size={14} /> Download my data
      </a>
    </section>
  )
}
