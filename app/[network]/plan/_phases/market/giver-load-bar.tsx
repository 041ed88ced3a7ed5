import type { GiverLoad } from '../../../../../lib/domain/promise/market.ts'
import { counted } from '../../../../components/graph/words.ts'
import styles from './giver-load-bar.module.css'

type Props = { readonly load: GiverLoad; readonly isSlim?: boolean }

/** What a giver holds: promises filled, asks without an answer hollow, and a mark at the most that the network allows a node. */
export function GiverLoadBar({ load: { promised, asked, most }, isSlim = false }: Props) {
  const scale = Math.max((most ?? 0) + 1, promised + asked)
  const share = (count: number) => `${(count / scale) * 100}%`
  const words = [promised > 0 ? counted(promised, 'promise') : null, asked > 0 ? `${asked} to answer` : null].filter(Boolean).join(', ')
  const isMuch = most !== null && promised > most
  return (
    <span className={styles['load']} data-slim={isSlim || undefined} data-much={isMuch || undefined}>
      <span className={styles['loadBar']} aria-hidden="true">
        {promised > 0 && <i data-part="promised" style={{ width: share(promised) }} />}
        {asked > 0 && <i data-part="asked" style={{ width: share(asked) }} />}
        {most !== null && <u style={{ left: share(most) }} />}
      </span>
      <span>
        {isSlim ? 'The giver holds ' : ''}
        {words || 'nothing yet'}
        {isMuch && `: more than the ${most} we allow ourselves`}
      </span>
    </span>
  )
}
