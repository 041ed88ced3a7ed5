'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { messageOf } from '../../lib/client/mutate.ts'
import { request } from '../../lib/client/request.ts'
import { showToast } from '../../lib/client/toast.ts'
import type { api } from '../../lib/contract/api.ts'
import { DomainError, type Fault } from '../../lib/domain/error.ts'
import { dayIn } from '../../lib/domain/time.ts'

function todayHere(): string {
  return dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toISOString())
}

/** Reads a file or pasted rows as a new network: all or nothing, and with faults by their path where it is refused. */
export function useImport() {
  const router = useRouter()
  const [faults, setFaults] = useState<readonly Fault[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const readText = async (text: string, file: string | null, name: string) => {
    setBusy(true)
    setFaults(null)
    try {
      const { noteText, readImport } = await import('./read-import.ts')
      const { document, isTable, notes } = readImport({ text, file, name, today: todayHere() })
      const { item } = await request<typeof api.transfer.import>({ method: 'POST', path: '/import' }, { body: document, idempotencyKey: v7() })
      const note = noteText(notes)
      if (note) showToast(note)
      router.push(`/${item.slug ?? item.id}${isTable ? '/map' : ''}`)
    } catch (error) {
      const found = error instanceof DomainError ? (error.details.faults ?? []) : []
      if (found.length > 0) setFaults(found)
      else showToast(messageOf(error), { tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  const read = async (file: File, name = '') => readText(await file.text(), file.name, name)
  return { read, readText, faults, isBusy }
}
