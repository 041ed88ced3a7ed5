import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { entityOfKind, type RecordRow } from '../../../../lib/client/outline/row.ts'
import type { FieldDifference } from '../../../../lib/domain/history/compare.ts'
import type { ChangeKind } from '../../../../lib/layout/input.ts'

export type RowChange = { readonly kind: ChangeKind | 'same'; readonly fields: readonly FieldDifference[] }

const same: RowChange = { kind: 'same', fields: [] }

/** What became of a row between the two moments that are compared; null where nothing is compared. */
export function useRowChange({ kind, id }: RecordRow): RowChange | null {
  const { compared } = useNetwork()
  return useMemo(() => compared && (compared.comparison.byRecord.get(`${entityOfKind[kind]}:${id}`) ?? same), [compared, kind, id])
}
