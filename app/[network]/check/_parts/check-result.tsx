'use client'
import { useMemo } from 'react'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { fillNames } from '../../../../lib/domain/people/named-text.ts'
import { checkOutput } from '../../../../lib/domain/ritual/check/output.ts'
import type { OutputEntry, OutputSection } from '../../../../lib/domain/ritual/output/output.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../components/graph/words.ts'
import { MarkdownView } from '../../../components/talk/markdown-view.tsx'
import { Button } from '../../../components/ui/button.tsx'
import styles from './check.module.css'
import end from './end.module.css'

const forms = [
  { as: 'md', word: 'Markdown' },
  { as: 'html', word: 'HTML' },
  { as: 'ics', word: 'Calendar' },
] as const

/** What a check left, for everybody in the network: computed from its records each time it is looked at. */
export function CheckResult({ ritual, back }: { readonly ritual: Ritual; readonly back: () => void }) {
  const { snapshot, cycle, today, networkId } = useNetwork()
  const output = useMemo(
    () => checkOutput(snapshot, ritual, assessmentOf(snapshot, ritual.cycleId ?? cycle?.id ?? null, today)),
    [snapshot, ritual, cycle, today],
  )
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <Button tone="quiet" onClick={back}>
          ← All checks of the node
        </Button>
        <h1>{output.title}</h1>
        <p className={styles['lead']}>{output.lead}</p>
        <p className={styles['ways']}>
          {forms.map(({ as, word }) => (
            <a key={as} href={`/api/v1/networks/${networkId}/rituals/${ritual.id}/output?as=${as}`} download={as !== 'html'}>
              {word}
            </a>
          ))}
        </p>
      </header>
      {output.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </article>
  )
}

function Section({ section }: { readonly section: OutputSection }) {
  const { title, note, entries, table } = section
  return (
    <section className={end['left']}>
      <h2>{title}</h2>
      {note && (section.id === 'contribution' ? <MarkdownView text={note} /> : <p>{note}</p>)}
      {entries && (
        <ul>
          {entries.map((entry) => (
            <Entry key={`${entry.mark} ${entry.text}`} entry={entry} />
          ))}
        </ul>
      )}
      {table && (
        <div className={end['scroll']}>
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

function Entry({ entry: { mark, text, owner, due } }: { readonly entry: OutputEntry }) {
  const { snapshot, today } = useNetwork()
  const nameOf = (id: string) => find(snapshot, 'person', id)?.name
  return (
    <li>
      {mark && <b>{mark}</b>} {fillNames(text, nameOf)}
      {owner && <span> · {nameOf(owner) ?? 'somebody who left'}</span>}
      {due && <span> · by {shortDay(due, today)}</span>}
    </li>
  )
}
