'use client'
import { NeedLine } from '../ritual/need-line.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { type Board, nothing } from './board-model.ts'
import styles from './side.module.css'
import { useBoardView } from './use-board-view.ts'

/** The promises of the cell that is looked at. */
export function CellList({ board }: { readonly board: Board }) {
  const { cell, setCell } = useBoardView()
  const giver = board.givers.find(({ id }) => id === cell?.giver)
  const taker = board.takers.find(({ id }) => id === cell?.taker)
  if (!giver || !taker) return null
  const tally = board.cell(giver, taker)
  if (tally === nothing) return null
  return (
    <section className={styles['section']} aria-label={`${giver.name} to ${taker.name}`}>
      <h2>
        {giver.name} → {taker.name} <span className={styles['count']}>{tally.ids.length}</span>
        <IconButton size="small" label="Close the list" onClick={() => setCell(null)}>
          <Icon name="close" size={14} />
        </IconButton>
      </h2>
      <ul>
        {tally.ids.map((id) => (
          <li key={id}>
            <NeedLine needId={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}
