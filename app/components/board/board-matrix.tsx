'use client'
import type { KeyboardEvent } from 'react'
import { useAreaTones } from '../ui/area-tone.ts'
import { Button } from '../ui/button.tsx'
import styles from './board.module.css'
import { type Board, type Line, nothing, total } from './board-model.ts'
import { LoadBar } from './load-bar.tsx'
import { TallyLegend, TallyMarks, tallyWords } from './tally-marks.tsx'
import { useBoardView } from './use-board-view.ts'

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Moves the focus to the next filled cell in the direction of an arrow; where that line has none, to the nearest one of the next line. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null
  if (!step || !from) return
  event.preventDefault()
  const [down, right] = step
  const place = (cell: HTMLElement) => (cell.dataset['at'] ?? '').split(',').map(Number)
  const [row = 0, column = 0] = place(from)
  const ahead = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-at]')].flatMap((cell) => {
    const [r = 0, c = 0] = place(cell)
    const [along, across] = down ? [(r - row) * down, Math.abs(c - column)] : [(c - column) * right, Math.abs(r - row)]
    return along > 0 ? [{ cell, cost: along + across * 3 }] : []
  })
  ahead.sort((a, b) => a.cost - b.cost)[0]?.cell.focus()
}

/** Givers down, takers across. An area that is folded stands for its nodes; a press on it unfolds it. */
export function BoardMatrix({ board }: { readonly board: Board }) {
  const { givers, takers, areaIds, unfolded } = board
  const { setOpen } = useBoardView()
  const isUnfolded = areaIds.every((id) => unfolded.includes(id))
  const most = Math.max(1, ...givers.map((giver) => total(board.ofGiver(giver))))
  return (
    <>
      <div className={styles['matrixBar']}>
        <TallyLegend />
        <Button size="small" tone="quiet" onClick={() => setOpen(isUnfolded ? [] : areaIds)}>
          {isUnfolded ? 'Fold into areas' : 'Unfold all areas'}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keys */}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Who gives to whom, table">
        <table className={styles['matrix']} onKeyDown={walk}>
          <caption className="visually-hidden">
            Givers in rows, takers in columns. Each cell says how much is promised, open, late or refused.
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles['corner']}>
                gives ↓ <span>needs →</span>
              </th>
              {takers.map((taker) => (
                <LineHead key={taker.id} line={taker} board={board} scope="col" />
              ))}
              <th scope="col" className={styles['sum']}>
                Load
              </th>
            </tr>
          </thead>
          <tbody>
            {givers.map((giver, row) => (
              <tr key={giver.id}>
                <LineHead line={giver} board={board} scope="row" />
                {takers.map((taker, column) => (
                  <Cell key={taker.id} board={board} giver={giver} taker={taker} at={`${row},${column}`} />
                ))}
                <td className={styles['sum']}>
                  <LoadBar tally={board.ofGiver(giver)} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All needs</th>
              {takers.map((taker) => (
                <td key={taker.id}>{total(board.ofTaker(taker))}</td>
              ))}
              <td className={styles['sum']}>{total(board.all)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}

function LineHead({ line, board, scope }: { readonly line: Line; readonly board: Board; readonly scope: 'row' | 'col' }) {
  const { setOpen } = useBoardView()
  const tone = useAreaTones().get(line.areaId)
  const fold = () => setOpen(line.isArea ? [...board.unfolded, line.areaId] : board.unfolded.filter((id) => id !== line.areaId))
  return (
    <th scope={scope} className={scope === 'col' ? styles['column'] : undefined}>
      <button
        type="button"
        className={styles['lineHead']}
        aria-expanded={line.isArea ? false : undefined}
        title={line.isArea ? `Show the nodes of ${line.name}` : `Fold the area of ${line.name}`}
        onClick={fold}
      >
        <i style={{ background: tone?.colour }} />
        <span>{line.name}</span>
        {line.isArea && <small>{line.nodeIds.length}</small>}
      </button>
    </th>
  )
}

type CellProps = { readonly board: Board; readonly giver: Line; readonly taker: Line; readonly at: string }

function Cell({ board, giver, taker, at }: CellProps) {
  const { cell, setCell } = useBoardView()
  const tally = board.cell(giver, taker)
  if (tally === nothing) return <td className={giver.id === taker.id ? styles['self'] : undefined} />
  const isChosen = cell?.giver === giver.id && cell.taker === taker.id
  return (
    <td className={giver.id === taker.id ? styles['self'] : undefined}>
      <button
        type="button"
        className={styles['cell']}
        data-at={at}
        data-trouble={tally.trouble > 0 || undefined}
        aria-pressed={isChosen}
        onClick={() => setCell(isChosen ? null : { giver: giver.id, taker: taker.id })}
      >
        <span aria-hidden="true">
          <TallyMarks tally={tally} />
        </span>
        <span className="visually-hidden">
          {giver.name} to {taker.name}: {tallyWords(tally)}
        </span>
      </button>
    </td>
  )
}
