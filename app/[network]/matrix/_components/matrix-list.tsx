'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { cssOf } from '../../../../lib/layout/colour.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { type HiddenNote, HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import { counted } from '../../../components/graph/words.ts'
import { CellGlyph } from './cell-glyph.tsx'
import styles from './list.module.css'
import { standingOf } from './matrix-words.ts'
import type { CellActs } from './use-cell-acts.ts'

/** The same matrix where there is no room for it: row by row, what each needs. */
export function MatrixList({ scene, acts, notes }: { readonly scene: MatrixScene; readonly acts: CellActs; readonly notes: readonly HiddenNote[] }) {
  const { assessment } = useNetwork()
  const quiet = scene.rows.filter(({ needs, parentId }) => needs === 0 && parentId === null)
  return (
    <div className={styles['list']}>
      {scene.rows
        .filter(({ needs }) => needs > 0)
        .map((row) => (
          <section
            key={row.id}
            aria-labelledby={`row-${row.id}`}
            style={{ ['--tone' as string]: cssOf(row.tone) }}
            data-under={row.parentId !== null || undefined}
          >
            <h2 id={`row-${row.id}`}>
              {row.name} needs <small>{row.needs}</small>
            </h2>
            <ul>
              {scene.cells.slice(scene.rowStart[row.index], scene.rowStart[row.index + 1]).map((cell) => (
                <li key={cell.columnId}>
                  <button type="button" onClick={() => acts.open(cell)}>
                    <CellGlyph glyph={cell.glyph} />
                    <strong>{scene.columns[cell.column]?.name}</strong>
                    <span>
                      {counted(cell.count, 'promise')}, {standingOf(assessment, cell)}
                    </span>
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
      </div>
    </div>
  )
}
