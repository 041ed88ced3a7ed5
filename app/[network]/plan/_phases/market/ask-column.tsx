'use client'
import type { ReactNode } from 'react'
import { useView } from '../../../../../lib/client/view.ts'
import { type MarketGroup, type MarketLine, marketGroups } from '../../../../../lib/domain/promise/market.ts'
import styles from './ask-column.module.css'
import { AskRow } from './ask-row.tsx'
import { RowAnswers } from './row-answers.tsx'
import { SimilarHint } from './similar-hint.tsx'
import type { MarketCursor } from './use-market-cursor.ts'
import type { Talk } from './use-talks.ts'

type Props = {
  readonly title: string
  readonly lines: readonly MarketLine[]
  readonly cursor: MarketCursor
  readonly talks: ReadonlyMap<string, Talk>
  readonly toggleTalk: (dependencyId: string) => void
  readonly groupWords: Readonly<Record<MarketGroup, string>>
  readonly head?: ReactNode
  readonly empty: ReactNode
}

/** One of the two columns: asks in groups by who has to move; the chosen one shows what can be answered. */
export function AskColumn({ title, lines, cursor, talks, toggleTalk, groupWords, head, empty }: Props) {
  const { select } = useView()
  const groups = marketGroups.flatMap((group) => {
    const own = lines.filter((line) => line.group === group)
    return own.length > 0 ? [{ group, own }] : []
  })
  return (
    <section className={styles['column']} aria-label={title}>
      <header className={styles['columnHead']}>
        <h2>
          {title} <span className={styles['count']}>{lines.length}</span>
        </h2>
        {head}
      </header>
      {lines.length === 0 && <div className={styles['empty']}>{empty}</div>}
      {groups.map(({ group, own }) => (
        <div key={group} data-group={group} className={styles['group']}>
          <h3>
            {groupWords[group]} <span className={styles['count']}>{own.length}</span>
          </h3>
          <ul>
            {own.map((line) => {
              const isCurrent = cursor.isAt(line)
              return (
                <li key={line.dependencyId} data-current={isCurrent || undefined}>
                  <AskRow
                    line={line}
                    isCurrent={isCurrent}
                    isTabStop={cursor.isTabStop(line)}
                    talk={talks.get(line.dependencyId)}
                    choose={() => cursor.choose(line)}
                    open={() => select('need', line.dependencyId)}
                  />
                  {isCurrent && (
                    <>
                      <SimilarHint line={line} />
                      <RowAnswers
                        line={line}
                        isTalkedAbout={talks.has(line.dependencyId)}
                        toggleTalk={() => toggleTalk(line.dependencyId)}
                        onDone={() => cursor.after(line)}
                        onLeave={() => cursor.choose(line)}
                      />
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
