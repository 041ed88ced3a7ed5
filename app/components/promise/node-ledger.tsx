'use client'
import { useMemo, useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { type LedgerEntry, ledgerOf } from '../../../lib/domain/promise/ledger.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { needInWords, shortDay } from '../graph/words.ts'
import { Button } from '../ui/button.tsx'
import styles from './node-promises.module.css'
import { markOf, PromiseMark } from './promise-mark.tsx'

/** What a node owes to others, and what others owe to it: soonest first, what is settled folded away. */
export function NodeLedger({ nodeId }: { readonly nodeId: string }) {
  const { snapshot, assessment } = useNetwork()
  const { owes, owed } = useMemo(() => ledgerOf(snapshot, assessment, nodeId), [snapshot, assessment, nodeId])
  return (
    <>
      <LedgerList title="We owe" entries={owes} joint="to" empty="No other node has asked for anything." />
      <LedgerList title="We are owed" entries={owed} joint="from" empty="Its key results need nothing from other nodes." />
    </>
  )
}

type ListProps = { readonly title: string; readonly entries: readonly LedgerEntry[]; readonly joint: string; readonly empty: string }

function LedgerList({ title, entries, joint, empty }: ListProps) {
  const [isAll, setAll] = useState(false)
  const running = entries.filter(({ isSettled }) => !isSettled)
  const settled = entries.length - running.length
  const shown = isAll ? entries : running
  return (
    <section className={styles['ledger']}>
      <h3>
        {title} <span>{running.length}</span>
      </h3>
      {entries.length === 0 ? (
        <p className={styles['reading']}>{empty}</p>
      ) : (
        <ul>
          {shown.map((entry) => (
            <li key={entry.dependencyId}>
              <LedgerLine entry={entry} joint={joint} />
            </li>
          ))}
        </ul>
      )}
      {settled > 0 && (
        <Button size="small" tone="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? 'Hide what is delivered' : `${settled} delivered or accepted`}
        </Button>
      )}
    </section>
  )
}

function LedgerLine({ entry, joint }: { readonly entry: LedgerEntry; readonly joint: string }) {
  const { snapshot, assessment, today } = useNetwork()
  const { select } = useView()
  const facts = assessment.dependencies.get(entry.dependencyId)
  if (!facts) return null
  const isBad = facts.marks.length > 0
  return (
    <button type="button" className={styles['line']} data-record={entry.dependencyId} onClick={() => select('need', entry.dependencyId)}>
      <PromiseMark state={markOf(facts)} size={18} />
      <span>
        {entry.what || 'Not said what'}
        <small>
          {joint} {find(snapshot, 'node', entry.nodeId)?.name ?? 'a node that went'} · <span data-bad={isBad || undefined}>{needInWords(facts)}</span>
        </small>
      </span>
      <time dateTime={entry.dueOn ?? undefined}>{entry.dueOn ? shortDay(entry.dueOn, today) : ''}</time>
    </button>
  )
}
