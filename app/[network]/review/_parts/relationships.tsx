'use client'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { useMayAsk } from '../../../../lib/client/who.ts'
import type { Attention, AttentionReason } from '../../../../lib/domain/review/attention.ts'
import { healthSentence } from '../../../../lib/domain/review/health.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import type { Health } from '../../../../lib/domain/vocabulary.ts'
import { HealthButtons, LookForm } from '../../../components/review/look-form.tsx'
import { Trend } from '../../../components/review/trend.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { KeyHints } from '../../../components/ui/key-hints.tsx'
import { lookActions } from './actions.ts'
import { ExchangeGhost } from './ghosts.tsx'
import styles from './screen.module.css'
import { useCursor } from './use-cursor.ts'

const hints = [
  ['J K', 'next, before'],
  ['1', 'better'],
  ['2', 'same'],
  ['3', 'worse'],
] as const

const reasonWords: Readonly<Record<AttentionReason, string>> = {
  worse: '▼ worse',
  differs: '≠ seen differently',
  oneSided: '◐ one-sided',
  stale: '◷ out of date',
  never: '○ never looked at',
}

/** The relationships that want a look, most pressing first; each is answered by one key. */
export function Relationships({ attention }: { readonly attention: readonly Attention[] }) {
  const { snapshot } = useNetwork()
  const { current, select, focus } = useCursor(
    attention.map(({ exchange }) => exchange.id),
    null,
  )
  if (attention.length === 0) return <NothingToLookAt hasExchanges={snapshot.tables.exchange.size > 0} />
  return (
    <section aria-labelledby="relationships">
      <header className={styles['head']}>
        <h2 id="relationships">To look at</h2>
        <KeyHints hints={hints} />
      </header>
      <ul className={styles['list']}>
        {attention.map((each) => (
          <Row
            key={each.exchange.id}
            attention={each}
            isCurrent={each.exchange.id === current}
            select={() => select(each.exchange.id)}
            focus={focus}
          />
        ))}
      </ul>
    </section>
  )
}

function NothingToLookAt({ hasExchanges }: { readonly hasExchanges: boolean }) {
  return (
    <EmptyState title={hasExchanges ? 'Every relationship was looked at of late' : 'How do your relationships go?'} ghost={<ExchangeGhost />}>
      {hasExchanges
        ? 'None goes worse, none is seen differently by both sides. Look again at an exchange from its panel.'
        : 'Exchanges between nodes stand here as soon as there are some: say on the map who gives what to whom.'}
    </EmptyState>
  )
}

type RowProps = { readonly attention: Attention; readonly isCurrent: boolean; readonly select: () => void; readonly focus: () => void }

function Row({ attention: { exchange, health, reasons }, isCurrent, select, focus }: RowProps) {
  const { snapshot } = useNetwork()
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  return (
    <li data-selected={isCurrent || undefined} className={styles['open']}>
      <button
        type="button"
        data-item={exchange.id}
        aria-expanded={isCurrent}
        className={styles['row']}
        onClick={select}
        tabIndex={isCurrent ? 0 : -1}
      >
        <span>
          <strong>{nameOf(exchange.fromNodeId)}</strong> gives <strong>{nameOf(exchange.toNodeId)}</strong> “{exchange.deliverable}”
        </span>
        <span className={styles['reasons']}>
          {reasons.map((reason) => (
            <span key={reason} data-reason={reason}>
              {reasonWords[reason]}
            </span>
          ))}
        </span>
      </button>
      {isCurrent && (
        <div className={styles['body']}>
          {health.last && (
            <div className={styles['now']}>
              <p>
                {healthSentence(health)}
                {health.last.check.note && ` “${health.last.check.note}”`}
              </p>
              <Trend health={health} />
            </div>
          )}
          <Answer attention={{ exchange, health, reasons }} focus={focus} />
        </div>
      )}
    </li>
  )
}

function Answer({ attention: { exchange }, focus }: { readonly attention: Attention; readonly focus: () => void }) {
  const { select } = useView()
  const may = useMayAsk()('exchange', exchange)
  const [chosen, setChosen] = useState<Health | null>(null)
  useAction(lookActions.better, () => setChosen('better'), { enabled: may })
  useAction(lookActions.same, () => setChosen('same'), { enabled: may })
  useAction(lookActions.worse, () => setChosen('worse'), { enabled: may })
  const leave = () => {
    setChosen(null)
    focus()
  }
  if (chosen !== null) return <LookForm exchange={exchange} chosen={chosen} onChoose={setChosen} onDone={leave} onCancel={leave} />
  return (
    <div className={styles['buttons']}>
      {may ? (
        <HealthButtons chosen={null} onChoose={setChosen} hasKeys />
      ) : (
        <p className={styles['quiet']}>The people of its two nodes look at it.</p>
      )}
      <Button size="small" tone="quiet" onClick={() => select('exchange', exchange.id)}>
        Open
      </Button>
    </div>
  )
}
