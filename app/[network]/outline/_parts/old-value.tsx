import type { ColumnId } from './columns.ts'
import styles from './outline-change.module.css'
import type { RowChange } from './use-row-change.ts'

/** The fields of a record that each column shows. */
const pathsOf: Partial<Record<ColumnId, readonly string[]>> = {
  title: ['title', 'name', 'what'],
  value: ['metric.current', 'metric.steps'],
  aim: ['metric.baseline', 'metric.target'],
  confidence: ['confidence'],
  due: ['dueOn', 'neededOn', 'promisedOn'],
  owner: ['ownerId'],
  status: ['state', 'phase'],
  grade: ['grade'],
}

/** What a cell said before, where it changed. */
export function OldValue({ change, column }: { readonly change: RowChange; readonly column: ColumnId }) {
  const field = change.fields.find(({ path }) => pathsOf[column]?.includes(path))
  if (!field) return null
  return (
    <span className={styles['was']}>
      {' '}
      was <del>{field.before ?? 'nothing'}</del>
    </span>
  )
}
