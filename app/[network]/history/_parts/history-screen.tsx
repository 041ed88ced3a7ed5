'use client'
import dynamic from 'next/dynamic'
import { useMemo, useRef, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork, useNetworkStore } from '../../../../lib/client/network/provider.tsx'
import { useMayAdd } from '../../../../lib/client/who.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayReader } from '../../../../lib/domain/time.ts'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { entrySentence } from '../../../components/history/entry-sentence.ts'
import { marksOf, reasonsByRevision } from '../../../components/history/reasons.ts'
import { actorOf } from '../../../components/history/who-words.ts'
import { PageFrame } from '../../../components/ui/page-frame.tsx'
import { findChangesAction, nameMomentAction, showAction } from './actions.ts'
import { Changes } from './changes.tsx'
import { isByDaysOnly, keepsWords } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import styles from './history.module.css'
import { linesOf, totalsOf } from './lines.ts'
import { MomentList } from './moment-list.tsx'
import { takeaway } from './takeaway.ts'
import { useDays } from './use-days.ts'
import { useHistory } from './use-history.ts'
import { forms, useViewOfHistory } from './use-view-of-history.ts'

const ReportByReason = dynamic(() => import('./report.tsx').then(({ ReportByReason: loaded }) => loaded))

/** What happened in the network: the changes by day, the moments with a name, and the changes of structure by reason. */
export function HistoryScreen() {
  const { snapshot, today } = useNetwork()
  const store = useNetworkStore()
  const view = useViewOfHistory()
  const { filter, form, setForm } = view
  const words = useRef<HTMLInputElement>(null)
  const [isNaming, setNaming] = useState(false)
  const { days, last } = useDays()
  const list = useHistory(filter)
  const { timeZone } = networkOf(snapshot)
  const all = list.pages?.entries
  const entries = useMemo(
    () =>
      (all ?? []).filter((entry) =>
        keepsWords(`${entrySentence(snapshot, entry)} ${entry.command} ${actorOf(snapshot, entry.actor).name}`, filter.words),
      ),
    [all, snapshot, filter.words],
  )
  const hasMore = list.pages === null || list.pages.next !== null
  const lines = useMemo(
    () => linesOf(entries, { dayOf: dayReader(timeZone), totals: isByDaysOnly(filter) ? totalsOf(days) : null, hasMore }),
    [entries, timeZone, filter, days, hasMore],
  )
  const reasons = useMemo(() => reasonsByRevision(snapshot), [snapshot])
  const named = useMemo(() => new Set(marksOf(snapshot).map(({ revision }) => revision)), [snapshot])
  const mayName = useMayAdd('mark')
  useAction(findChangesAction, () => words.current?.focus(), { enabled: form === 'changes' })
  useAction(showAction, () => setForm(forms[(forms.indexOf(form) + 1) % forms.length] ?? 'changes'))
  useAction(nameMomentAction, () => setNaming(true), { enabled: mayName && form !== 'report' && view.open === null })
  const { revision } = store.state.get().confirmed
  const now = mayName && last !== null ? { revision, at: last } : null
  const moments = (
    <MomentList
      now={now}
      isNaming={isNaming}
      setNaming={setNaming}
      open={(at) => {
        view.setOpen(at)
        setForm('changes')
      }}
    />
  )
  return (
    <PageFrame
      scope="history"
      title={form === 'changes' ? takeaway({ entries, hasMore, filter, days, today }) : 'History'}
      tools={
        <Choice
          label="Show"
          value={form}
          options={[
            { value: 'changes', word: 'Changes' },
            { value: 'moments', word: 'Snapshots', title: 'Moments with a name' },
            { value: 'report', word: 'By reason', title: 'Changes of structure by their reason' },
          ]}
          onChoose={setForm}
        />
      }
    >
      {form === 'changes' && <FilterBar filter={filter} set={view.set} clear={view.clear} words={words} />}
      {form === 'changes' && <Changes list={list} lines={lines} reasons={reasons} named={named} view={view} beside={moments} />}
      {form === 'moments' && <div className={styles['alone']}>{moments}</div>}
      {form === 'report' && <ReportByReason since={filter.since} until={filter.until} set={view.set} />}
    </PageFrame>
  )
}
