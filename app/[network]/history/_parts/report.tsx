'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { readReport } from '../../../components/history/read.ts'
import type { Report } from '../../../components/history/types.ts'
import { usePacedRevision } from '../../../components/history/use-paced-revision.ts'
import { Button } from '../../../components/ui/button.tsx'
import { copyReportAction } from './actions.ts'
import { addressOf, type Filter } from './filter.ts'
import styles from './report.module.css'
import { reportLines, reportMarkdown, reportSentence, reportTotal } from './report-text.ts'

type Props = {
  readonly since: string | null
  readonly until: string | null
  readonly set: (patch: Partial<Filter>) => void
}

/** A quarter back, where no day is asked for. */
const usualDays = 90

function useReport(from: string, to: string): { readonly report: Report | null; readonly failure: string | null } {
  const { slug } = useNetwork()
  const [report, setReport] = useState<Report | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const revision = usePacedRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision reads again
  useEffect(() => {
    let isOver = false
    readReport(slug, { from, to }).then(
      (answer) => {
        if (isOver) return
        setFailure(null)
        setReport(answer)
      },
      (error: unknown) => !isOver && setFailure(messageOf(error)),
    )
    return () => {
      isOver = true
    }
  }, [slug, from, to, revision])
  return { report, failure }
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast('Copied as Markdown')
  } catch {
    showToast('The browser did not allow copying.', { tone: 'error' })
  }
}

/** The changes of structure in a span of days by their reason: each number leads to its changes. */
export function ReportByReason({ since, until, set }: Props) {
  const { snapshot, today } = useNetwork()
  const to = until ?? (since !== null && since > today ? since : today)
  const from = since ?? addDays(to, -usualDays)
  const { report, failure } = useReport(from, to)
  const { name } = networkOf(snapshot)
  const copyIt = () => report && void copy(reportMarkdown(name, report, today))
  useAction(copyReportAction, copyIt, { enabled: report !== null })
  return (
    <div className={styles['report']}>
      <p className={styles['sentence']}>{report ? reportSentence(report, today) : (failure ?? 'Counting …')}</p>
      <div className={styles['tools']}>
        <label>
          From <input type="date" value={from} max={to} onChange={(event) => set({ since: event.currentTarget.value || null })} />
        </label>
        <label>
          to <input type="date" value={to} min={from} onChange={(event) => set({ until: event.currentTarget.value || null })} />
        </label>
        <Button size="small" disabled={!report} onClick={copyIt}>
          Copy as Markdown
        </Button>
        <Button size="small" onClick={() => print()}>
          Print
        </Button>
      </div>
      {report && <Table report={report} />}
      <p className={styles['note']}>
        A change of structure is a value area, node or exchange that was added, removed or moved. Say why with W on a change, or when you are asked
        after making one.
      </p>
    </div>
  )
}

function Table({ report }: { readonly report: Report }) {
  const { slug } = useNetwork()
  const lines = reportLines(report)
  const total = reportTotal(lines)
  const listOf = (why: Filter['why']) => `/${slug}/history${addressOf({ since: report.from, until: report.to, structure: true, why })}`
  const most = Math.max(1, ...lines.map(({ changeSets }) => changeSets))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Changes</th>
          <th scope="col">added</th>
          <th scope="col">changed</th>
          <th scope="col">removed</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ word, filter, changeSets, added, changed, removed }) => (
          <tr key={word} data-none={filter === 'none' || undefined}>
            <th scope="row">
              {word}
              <span className={styles['bar']} aria-hidden="true">
                <i style={{ width: `${(changeSets / most) * 100}%` }} />
              </span>
            </th>
            <td>
              {changeSets === 0 ? (
                '0'
              ) : (
                <Link href={listOf(filter)} prefetch={false} aria-label={`${changeSets} changes: ${word}. Show them`}>
                  {changeSets}
                </Link>
              )}
            </td>
            <td>{added}</td>
            <td>{changed}</td>
            <td>{removed}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <td>
            <Link href={listOf(null)} prefetch={false} aria-label={`${total.changeSets} changes in all. Show them`}>
              {total.changeSets}
            </Link>
          </td>
          <td>{total.added}</td>
          <td>{total.changed}</td>
          <td>{total.removed}</td>
        </tr>
      </tfoot>
    </table>
  )
}
