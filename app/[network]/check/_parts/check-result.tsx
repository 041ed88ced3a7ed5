'use client'
import { useMemo } from 'react'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { usePast } from '../../../../lib/client/network/use-past.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { fillNames } from '../../../../lib/domain/people/named-text.ts'
import { cycleOn } from '../../../../lib/domain/quick-add/resolve.ts'
import { checkOutput } from '../../../../lib/domain/ritual/check/output.ts'
import type { OutputEntry, OutputSection, RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
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

type Left =
  | { readonly step: 'loading' }
  | { readonly step: 'open'; readonly output: RitualOutput /** told as it is now */; readonly isOfNow: boolean }

/** What a check left, told of its closing; of now where it was never closed, or where the server does not give the network of that day. */
function useLeft(ritual: Ritual): Left {
  const { snapshot, today } = useNetwork()
  const read = usePast(ritual.revision)
  const closed = read.step === 'open' ? read.past.snapshot : null
  const isWaiting = ritual.revision !== null && read.step === 'loading'
  return useMemo(() => {
    if (isWaiting) return { step: 'loading' }
    const held = ritual.closedAt === null ? today : dayIn(networkOf(snapshot).timeZone, ritual.closedAt)
    const cycleId = ritual.cycleId ?? cycleOn(snapshot, held)?.id ?? null
    const output = checkOutput(snapshot, ritual, { assessment: assessmentOf(snapshot, cycleId, today), closed })
    return { step: 'open', output, isOfNow: ritual.revision !== null && closed === null }
  }, [snapshot, ritual, today, closed, isWaiting])
}

/** What a check left, for everybody in the network: computed from its records each time it is looked at. */
export function CheckResult({ ritual, back }: { readonly ritual: Ritual; readonly back: () => void }) {
  const left = useLeft(ritual)
  if (left.step === 'loading') return <p role="status">Reading the check as it was closed …</p>
  return <OpenResult ritual={ritual} back={back} output={left.output} isOfNow={left.isOfNow} />
}

type OpenProps = { readonly ritual: Ritual; readonly back: () => void; readonly output: RitualOutput; readonly isOfNow: boolean }

function OpenResult({ ritual, back, output, isOfNow }: OpenProps) {
  const { networkId } = useNetwork()
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <Button tone="quiet" onClick={back}>
          ← All checks of the node
        </Button>
        <h1>{output.title}</h1>
        <p className={styles['lead']}>{output.lead}</p>
        {isOfNow && (
          <p role="status">The server did not give the network of that day, so numbers stand as they are now. Reload the page to try again.</p>
        )}
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
