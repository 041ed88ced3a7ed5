'use client'
import { useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import type { OverlayKind } from '../../../../lib/domain/measure/overlay/kinds.ts'
import type { OverlayNumber } from '../../../../lib/domain/measure/overlay/result-numbers.ts'
import { cssOf } from '../../../../lib/layout/colour.ts'
import { cellKey, type Lit } from '../../../../lib/layout/matrix/lit.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { HowWorkedOut } from '../../../components/figure/how-worked-out.tsx'
import { numberNames } from '../../../components/figure/number-actions.ts'
import { type HiddenNote, HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import { counted } from '../../../components/graph/words.ts'
import { CellGlyph } from './cell-glyph.tsx'
import styles from './list.module.css'
import { standingOf } from './matrix-words.ts'
import type { CellActs } from './use-cell-acts.ts'

type Props = {
  readonly scene: MatrixScene
  readonly acts: CellActs
  readonly lit: Lit | null
  readonly notes: readonly HiddenNote[]
  readonly sums: Figure
  /** which numbers its lines carry */
  readonly numbers: OverlayKind | null
}

/** The same matrix where there is no room for it: row by row, what each needs. */
export function MatrixList({ scene, acts, lit, notes, sums, numbers }: Props) {
  const { assessment } = useNetwork()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (lit) list.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' })
  }, [lit])
  const quiet = scene.rows.filter(({ needs, parentId }) => needs === 0 && parentId === null)
  return (
    <div ref={list} className={styles['list']}>
      {scene.rows
        .filter(({ needs }) => needs > 0)
        .map((row) => (
          <section
            key={row.id}
            aria-labelledby={`row-${row.id}`}
            style={{ ['--tone' as string]: cssOf(row.tone) }}
            data-under={row.parentId !== null || undefined}
            data-lit={lit?.rows.has(row.index) || undefined}
          >
            <h2 id={`row-${row.id}`}>
              {row.name} needs <small>{row.needs}</small>
            </h2>
            <Said kind={numbers} number={row.number} />
            <ul>
              {scene.cells.slice(scene.rowStart[row.index], scene.rowStart[row.index + 1]).map((cell) => (
                <li key={cell.columnId} data-lit={lit?.cells.has(cellKey(cell.row, cell.column)) || undefined}>
                  <button type="button" onClick={() => acts.open(cell)}>
                    <CellGlyph glyph={cell.glyph} />
                    <strong>{scene.columns[cell.column]?.name}</strong>
                    <span>
                      {counted(cell.count, 'need')}, {standingOf(assessment, cell)}
                    </span>
                    <Said kind={numbers} number={scene.columns[cell.column]?.number} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {quiet.length > 0 && (
        <p>
          {quiet.length === 1 ? 'Needs nothing' : 'Need nothing'}: {quiet.map(({ name }) => name).join(', ')}.
        </p>
      )}
      <div className={styles['hidden']}>
        <HiddenNotes notes={notes} />
        <HowWorkedOut figure={sums} />
      </div>
    </div>
  )
}

/** A number with the count behind it, as a line: “Chance: 42, 2 results”. */
function Said({ kind, number }: { readonly kind: OverlayKind | null; readonly number: OverlayNumber | undefined }) {
  if (!kind || !number) return null
  return (
    <span className={styles['number']} data-number={number.value}>
      {numberNames[kind]}: <b>{number.value}</b>, {number.count}
    </span>
  )
}
