import type { PromiseGlyph } from '../../../../lib/layout/draw/promise-glyph.ts'
import { tintOpacity, tintSteps } from '../../../../lib/layout/matrix/tint.ts'
import legend from '../../../components/graph/legend.module.css'
import { Legend, useLegend } from '../../../components/graph/legend.tsx'
import { CellGlyph } from './cell-glyph.tsx'

const glyphs: readonly (readonly [PromiseGlyph, string])[] = [
  ['blocked', 'holds up who needs it'],
  ['late', 'late or overdue'],
  ['declined', 'declined'],
  ['revoked', 'revoked'],
  ['draft', 'a draft'],
  ['requested', 'asked'],
  ['countered', 'countered'],
  ['promised', 'promised'],
  ['delivered', 'delivered'],
  ['accepted', 'accepted'],
]

/** What cells of the matrix mean. */
export function MatrixLegend() {
  const [isOpen, toggle] = useLegend('matrix')
  return (
    <Legend isOpen={isOpen} onToggle={toggle}>
      {glyphs.map(([glyph, word]) => (
        <li key={glyph}>
          <span className={legend['glyph']}>
            <CellGlyph glyph={glyph} />
          </span>
          {word}
        </li>
      ))}
      <li>
        <svg width="70" height="14" aria-hidden="true" focusable="false">
          {Array.from({ length: tintSteps }, (_, at) => (
            <rect key={at} x={at * 14} y="0" width="14" height="14" fill="var(--focus)" fillOpacity={tintOpacity(at + 1)} />
          ))}
        </svg>
        few to many
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <path d="M4 0H14V10Z" fill="var(--off-track)" />
        </svg>
        on the wrong side of the diagonal
      </li>
      <li>
        <span className={legend['glyph']}>⟲</span> on a ring
      </li>
      <li>
        <span className={legend['glyph']}>⚠</span> asked for more than the limit
      </li>
    </Legend>
  )
}
