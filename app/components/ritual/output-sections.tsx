'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { NamedEntry, NamedSection } from '../../../lib/domain/ritual/output/named.ts'
import { withNames } from '../../../lib/domain/ritual/output/named.ts'
import type { RitualOutput } from '../../../lib/domain/ritual/output/output.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { AboutLink } from './about-link.tsx'
import styles from './output.module.css'

/** The forms in which the server gives what a session left. */
const forms = [
  { as: 'md', word: 'Markdown' },
  { as: 'html', word: 'HTML' },
  { as: 'ics', word: 'Calendar' },
] as const

/** What a session left as files. */
export function OutputFiles({ ritualId }: { readonly ritualId: string }) {
  const { networkId } = useNetwork()
  return (
    <p className={styles['files']}>
      {forms.map(({ as, word }) => (
        <a key={as} href={`/api/v1/networks/${networkId}/rituals/${ritualId}/output?as=${as}`} download={as !== 'html'}>
          {word}
        </a>
      ))}
    </p>
  )
}

/** What a session left, section by section, with names of now. */
export function OutputSections({ output }: { readonly output: RitualOutput }) {
  const { snapshot } = useNetwork()
  const { sections } = withNames(output, { nameOf: (id) => find(snapshot, 'person', id)?.name })
  return sections.map((section) => <Section key={section.id} section={section} />)
}

function Section({ section: { title, note, entries, table } }: { readonly section: NamedSection }) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {note !== '' && <p>{note}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map((entry, at) => (
            <Entry key={`${at} ${entry.text}`} entry={entry} />
          ))}
        </ul>
      )}
      {table && (
        <div className={styles['scroll']}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Entry({ entry: { mark, text, on, tail, about } }: { readonly entry: NamedEntry }) {
  return (
    <li>
      {mark !== '' && <b>{mark}</b>} {text}
      {on !== '' && (
        <span>
          {' '}
          · <AboutLink on={on} about={about} />
        </span>
      )}
      {tail !== '' && <span> · {tail}</span>}
    </li>
  )
}
