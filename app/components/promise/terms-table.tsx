'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Dependency, Terms } from '../../../lib/domain/entity.ts'
import { shortDay } from '../graph/words.ts'
import styles from './promise.module.css'

type Line = { readonly name: string; readonly was: string | null; readonly proposed: string | null }

function linesOf(need: Dependency, terms: Terms | null, today: string): Line[] {
  const day = (each: string | null | undefined) => (each ? shortDay(each, today) : null)
  return [
    { name: 'By when', was: day(need.promisedOn ?? need.neededOn), proposed: day(terms?.on) },
    { name: 'What', was: need.what || null, proposed: terms?.what ?? null },
    { name: 'How we know', was: need.condition, proposed: terms?.condition ?? null },
  ]
}

/** What was said, and beside it what is proposed now: only what would change has two sides. */
export function TermsTable({ need, proposer }: { readonly need: Dependency; readonly proposer: string | null }) {
  const { today } = useNetwork()
  const { terms } = need
  if (!terms) return null
  const lines = linesOf(need, terms, today).filter(({ proposed }) => proposed !== null)
  return (
    <table className={styles['terms']}>
      <caption>{proposer ? `${proposer} proposes` : 'Proposed'}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Part</span>
          </th>
          <th scope="col">Until now</th>
          <th scope="col">Proposed</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, was, proposed }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{was ?? 'not said'}</td>
            <td className={styles['proposed']}>{proposed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
