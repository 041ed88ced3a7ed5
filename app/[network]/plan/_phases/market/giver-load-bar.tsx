import type { GiverLoad } from '../../../../../lib/domain/promise/market.ts'
import { counted } from '../../../../components/graph/words.ts'
import styles from './market.module.css'

/** From this many promises on a node is known to slip on some of them; the bar has its mark there. */
const usual = 5

type Props = { readonly load: GiverLoad; readonly isSlim?: boolean }

/** What a giver holds: promises filled, asks without an answer hollow, and a mark at what one node usually keeps. */
export function GiverLoadBar({ load: { promised, asked }, isSlim = false }: Props) {
  const scale = Math.max(usual + 1, promised + asked)
  const share = (count: number) => `${(count / scale) * 100}%`
  const words = [promised > 0 ? counted(promised, 'promise') : null, asked > 0 ? `${asked} to answer` : null].filter(Boolean).join(', ')
  const isMuch = promised > usual
  return (
    <span className={styles['load']} data-slim={isSlim || undefined} data-much={isMuch || undefined}>
      <span className={styles['loadBar']} aria-hidden="true">
        {promised > 0 && <i data-part="promised" style={{ width: share(promised) }} />}
        {asked > 0 && <i data-part="asked" style={{ width: share(asked) }} />}
        <u style={{ left: share(usual) }} />
      </span>
      <span>
        {isSlim ? 'The giver holds ' : ''}
        {words || 'nothing yet'}
        {isMuch && `: more than ${usual} rarely hold`}
      </span>
    </span>
  )
}
