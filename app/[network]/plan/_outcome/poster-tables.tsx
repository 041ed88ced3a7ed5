import type { NamedSection } from '../../../../lib/domain/ritual/output/named.ts'
import type { Outcome } from './outcome-of.ts'
import styles from './poster.module.css'

/** The tables of the poster, in columns: what is promised first, then what each node plans, risks, actions, votes and signatures. */
export function PosterTables({ outcome: { named } }: { readonly outcome: Outcome }) {
  const [first, rest] = [true, false].map((isFirst) => named.sections.filter(({ id }) => (id === 'promises') === isFirst))
  const sections = [...(first ?? []), ...(rest ?? [])]
  return (
    <div className={styles['tables']}>
      {sections.map((section) => (
        <PosterTable key={section.id} section={section} />
      ))}
    </div>
  )
}

function PosterTable({ section: { title, note, entries, table } }: { readonly section: NamedSection }) {
  return (
    <section>
      <h2>{title}</h2>
      {note !== '' && <p>{note}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(({ mark, text, tail }, at) => (
            <li key={`${at + 1} ${text}`}>
              {mark !== '' && <b>{mark} </b>}
              {text}
              {tail !== '' && <i> {tail}</i>}
            </li>
          ))}
        </ul>
      )}
      {table && (
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={`${at + 1} ${row.join(' ')}`}>
                {row.map((cell, column) => (
                  <td key={table.columns[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
