'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { messageOf } from '../../lib/client/mutate.ts'
import { request } from '../../lib/client/request.ts'
import { showToast } from '../../lib/client/toast.ts'
import type { api } from '../../lib/contract/api.ts'
import { DomainError, type Fault } from '../../lib/domain/error.ts'

async function documentIn(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch (error) {
    throw new DomainError('IMPORT_FAULTS', `“${file.name}” is not JSON.`, {
      faults: [
        {
          path: file.name,
          message: error instanceof Error ? error.message : 'cannot be read',
          remedy: 'Choose a file that Weft exported, with the ending .weft.json or .json.',
        },
      ],
    })
  }
}

/** Reads a file as a new network: all or nothing, and with faults by their path where it is refused. */
export function useImport() {
  const router = useRouter()
  const [faults, setFaults] = useState<readonly Fault[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const read = async (file: File) => {
    setBusy(true)
    setFaults(null)
    try {
      const body = await documentIn(file)
      const { item } = await request<typeof api.transfer.import>({ method: 'POST', path: '/import' }, { body, idempotencyKey: v7() })
      router.push(`/${item.slug ?? item.id}`)
    } catch (error) {
      const found = error instanceof DomainError ? (error.details.faults ?? []) : []
      if (found.length > 0) setFaults(found)
      else showToast(messageOf(error), { tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return { read, faults, isBusy }
}
