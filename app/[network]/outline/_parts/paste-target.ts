import type { PasteTarget } from '../../../../lib/client/outline/paste.ts'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { ancestorsOf } from './lines.ts'
import type { OutlineState } from './use-outline-state.ts'

/** The node and the objective that the active row, or the line being typed, stands in. */
export function targetOf(rows: readonly RecordRow[], { active, draft }: OutlineState): PasteTarget {
  const at = rows.findIndex(({ key, id }) => (draft ? id === (draft.afterId ?? draft.parentId) : key === active?.key))
  const path = at < 0 ? [] : [...ancestorsOf(rows, at), ...rows.slice(at, at + 1)]
  const idOf = (kind: RecordRow['kind']) => path.find((row) => row.kind === kind)?.id ?? null
  return { nodeId: idOf('node'), objectiveId: idOf('objective') }
}
