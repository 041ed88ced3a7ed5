'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { EntityName } from '../../../lib/domain/ids.ts'
import type { Column } from '../graph/sortable-table.tsx'
import { ChangeSign } from './change-sign.tsx'

/** The columns of a table of records, and where two moments are compared, one more: what became of each. */
export function useWithChange<R extends { readonly id: string }>(entity: EntityName, columns: readonly Column<R>[]): readonly Column<R>[] {
  const { compared } = useNetwork()
  return useMemo(() => {
    if (!compared) return columns
    const differenceOf = ({ id }: R) => compared.comparison.byRecord.get(`${entity}:${id}`)
    const change: Column<R> = {
      key: 'change',
      title: 'Change',
      value: (row) => differenceOf(row)?.kind ?? null,
      cell: (row) => {
        const kind = differenceOf(row)?.kind
        return kind ? <ChangeSign kind={kind} hasWord /> : 'the same'
      },
    }
    const [first, ...others] = columns
    return first ? [first, change, ...others] : [change]
  }, [compared, entity, columns])
}
