'use client'
import { toldOf } from '../../../lib/client/compare/scene-changes.ts'
import { dayWords } from '../../../lib/client/moment.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Difference } from '../../../lib/domain/history/compare.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { ChangeSign } from './change-sign.tsx'
import styles from './record-change.module.css'

/** What became of one record between the two moments: each field before and after. Nothing where nothing is compared. */
export function RecordChange({ entity, id }: { readonly entity: EntityName; readonly id: string }) {
  const { compared } = useNetwork()
  if (!compared) return null
  const difference = compared.comparison.byRecord.get(`${entity}:${id}`)
  const since = dayWords(compared.before.day)
  const within = entity === 'node' ? toldOf(compared.comparison).filter((each) => each.nodeId === id && each !== difference) : []
  if (!difference && within.length === 0) return <p className={styles['same']}>The same as on {since}.</p>
  if (!difference)
    return (
      <section className={styles['change']} aria-label="What changed">
        <h3>Changed on it since {since}</h3>
        <Within differences={within} />
      </section>
    )
  const { kind, fields, sentence } = difference
  return (
    <section className={styles['change']} data-kind={kind} aria-label="What changed">
      <h3>
        <ChangeSign kind={kind} hasWord /> {kind === 'removed' ? `since ${since}; this is how it was` : `since ${since}`}
      </h3>
      {fields.length === 0 ? (
        <p>{sentence}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ path, word, before, after }) => (
              <tr key={path}>
                <th scope="row">{word}</th>
                <td>{before === null ? '–' : <del>{before}</del>}</td>
                <td>{after === null ? '–' : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Within differences={within} />
    </section>
  )
}

/** What changed on a node beside the node itself. */
function Within({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return null
  return (
    <ul className={styles['within']}>
      {differences.map((each) => (
        <li key={`${each.entity}:${each.id}`}>
          <ChangeSign kind={each.kind} /> {each.sentence}
        </li>
      ))}
    </ul>
  )
}
