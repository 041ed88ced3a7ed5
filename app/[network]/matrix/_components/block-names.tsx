import { cssOf } from '../../../../lib/layout/colour.ts'
import type { MatrixBlock, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { tintOf } from '../../../../lib/layout/tokens.ts'
import styles from './blocks.module.css'

/** Between a group and the next, in pixels. */
const gap = 2

/** The colours of a group: those of its area, else quiet ones. */
function coloursOf({ tone }: MatrixBlock) {
  return tone ? { background: cssOf(tintOf(tone)), color: cssOf(tone) } : {}
}

/** The names of groups at the upper edge, from their first column to their last. */
export function BlocksAbove({ scene: { blocks, cell, head, strip } }: { readonly scene: MatrixScene }) {
  return blocks.map((block) => (
    <i
      key={block.fromColumn}
      className={styles['blockAbove']}
      aria-hidden="true"
      title={block.name}
      style={{
        left: head.width + block.fromColumn * cell,
        width: (block.toColumn + 1 - block.fromColumn) * cell - gap,
        height: strip - 2,
        ...coloursOf(block),
      }}
    >
      <span style={{ left: head.width }}>{block.name}</span>
    </i>
  ))
}

/** The names of groups at the left edge, from their first row to their last. */
export function BlocksBeside({ scene: { blocks, cell, strip } }: { readonly scene: MatrixScene }) {
  if (blocks.length === 0) return null
  return (
    <div className={styles['blocksBeside']} aria-hidden="true">
      {blocks.map((block) => (
        <i
          key={block.fromRow}
          title={block.name}
          style={{
            top: block.fromRow * cell,
            height: (block.toRow + 1 - block.fromRow) * cell - gap,
            width: strip - 2,
            ...coloursOf(block),
          }}
        >
          <span>{block.name}</span>
        </i>
      ))}
    </div>
  )
}
