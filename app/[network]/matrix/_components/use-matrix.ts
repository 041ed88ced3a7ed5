'use client'
import { parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { comparedMatrix } from '../../../../lib/client/compare/matrix-changes.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type MatrixPicture, matrixInput } from '../../../../lib/client/scene-input/matrix.ts'
import { useView } from '../../../../lib/client/view.ts'
import type { Shown } from '../../../../lib/domain/measure/figure/figure.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { type MatrixLevel, type MatrixOrder, matrixOrders } from '../../../../lib/layout/matrix/input.ts'
import { useShowing } from '../../../components/figure/showing.ts'
import { hasFilter, keepsKeyResult, keptNodes } from '../../../components/graph/view-filter.ts'

const choices = {
  order: parseAsString,
  /** nodes whose key results are shown */
  open: parseAsArrayOf(parseAsString).withDefault([]),
  tied: parseAsBoolean.withDefault(false),
  /** pixels of a cell; chosen by the room there is where it is left out */
  size: parseAsInteger,
}

function isOrder(word: string | null): word is MatrixOrder {
  return matrixOrders.some((order) => order === word)
}

export type MatrixState = {
  readonly picture: MatrixPicture
  readonly level: MatrixLevel
  readonly order: MatrixOrder
  readonly isTied: boolean
  readonly size: number | null
  readonly setLevel: (level: MatrixLevel) => void
  readonly setOrder: (order: MatrixOrder) => void
  readonly setTied: (isTied: boolean) => void
  readonly setSize: (size: number | null) => void
  readonly fold: (nodeId: string) => void
  readonly showAll: () => void
}

/** Whether what is shown has its places among key results: needs on nodes that have no key result for them stand among nodes alone. */
function isAmongKeyResults(snapshot: Snapshot, { keyResultIds, dependencyIds }: Shown): boolean {
  const hasCell = dependencyIds.length === 0 || dependencyIds.some((id) => (find(snapshot, 'dependency', id)?.supplierKeyResultId ?? null) !== null)
  return keyResultIds.length > 0 && hasCell
}

/** What the address says of the matrix, and what it shows by it. */
export function useMatrix(): MatrixState {
  const { compared, ...network } = useNetwork()
  const { snapshot, assessment } = compared?.union ?? network
  const { view, setView } = useView()
  const [chosen, choose] = useQueryStates(choices)
  const { shown, isWalked } = useShowing()
  const usual: MatrixLevel = shown && isAmongKeyResults(snapshot, shown) ? 'key-result' : 'node'
  const level: MatrixLevel = view.level === 'key-result' || view.level === 'node' ? view.level : usual
  const order: MatrixOrder = isOrder(chosen.order) ? chosen.order : 'area'
  const { open } = chosen
  // nothing of a finding is left out
  const tied = chosen.tied && !isWalked
  const { area, status, owner, q } = view
  const filter = useMemo(() => ({ area, status, owner, q, lit: [] }), [area, status, owner, q])
  const picture = useMemo(() => {
    const nodes = level === 'node' ? keptNodes(snapshot, assessment, filter) : null
    const keepNode = nodes && ((id: string) => nodes.has(id))
    const keepResult = hasFilter(filter) ? (id: string) => keepsKeyResult(snapshot, assessment, filter, id) : null
    const keep = level === 'node' ? keepNode : keepResult
    const made = matrixInput(snapshot, assessment, { level, order, openNodeIds: new Set(open), keep, isTiedOnly: tied })
    return compared ? { ...made, input: comparedMatrix(made.input, compared) } : made
  }, [snapshot, assessment, compared, filter, level, order, open, tied])
  return {
    picture,
    level,
    order,
    isTied: tied,
    size: chosen.size,
    setLevel: (next) => setView({ level: next === usual ? null : next }),
    setOrder: (next) => void choose({ order: next === 'area' ? null : next }),
    setTied: (isTied) => void choose({ tied: isTied || null }),
    setSize: (size) => void choose({ size }),
    fold: (nodeId) => void choose({ open: open.includes(nodeId) ? without(open, nodeId) : [...open, nodeId] }),
    showAll: () => {
      setView({ q: null, area: null, status: null, owner: null })
      void choose({ tied: null })
    },
  }
}

function without(ids: readonly string[], id: string): string[] | null {
  const rest = ids.filter((each) => each !== id)
  return rest.length > 0 ? rest : null
}
