'use client'
import { useMemo } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { readNumber } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { type ClosingKey, TextEditor } from '../../../components/ui/edit-text.tsx'
import { useOutline } from './outline-context.ts'

type Props = { readonly id: string; readonly label: string; readonly draft: string | null; readonly close: (key?: ClosingKey) => void }

/** The value of a health metric: what is typed is a reading of now. */
export function ReadingEditor({ id, label, draft, close }: Props) {
  const { snapshot } = useNetwork()
  const { run } = useOutline()
  const place = useMemo(() => ({ entity: 'healthMetric', id, field: 'current' }) as const, [id])
  const metric = find(snapshot, 'healthMetric', id)
  if (!metric) return null
  const save = (text: string) => {
    const value = readNumber(text)
    if (value === null) return void showToast(`“${text}” is no number.`, { tone: 'error' })
    run([call('healthReading.create', { id: freshId('healthReading'), healthMetricId: metric.id, value, note: null })])
  }
  const value = metric.current === null ? '' : String(metric.current)
  return <TextEditor value={value} label={label} draft={draft} placeholder="A number" onSave={save} close={close} place={place} />
}
