import type { NamedSection } from '../../../../lib/domain/ritual/output/named.ts'
import styles from './outcome.module.css'

/** One part of what a plan left, as entries or as a table. */
export function OutcomeSection({ section: { title, note, entries, table } }: { readonly section: NamedSection }) {
  return (
    <section className={styles['section']} aria-label={title}>
      <h2>{title}</h2>
      {note !== '' && <p className={styles['note']}>{note}</p>}
      {entries.length > 0 && (
        <ul className={styles['entries']}>
          {entries.map(({ mark, text, tail }, at) => (
            <li key={`${at + 1} ${text}`}>
              {mark !== '' && <span className={styles['mark']}>{mark}</span>}
              <span>{text}</span>
              {tail !== '' && <span className={styles['tail']}>{tail}</span>}
            </li>
          ))}
        </ul>
      )}
      {table && <OutcomeTable title={title} columns={table.columns} rows={table.rows} />}
    </section>
  )
}

type TableProps = { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

function OutcomeTable({ title, columns, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keys
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={`${title}, table`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${at + 1} ${row.join(' ')}`}>
              {row.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
