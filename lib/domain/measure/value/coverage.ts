import type { Exchange } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import type { Snapshot } from '../../snapshot.ts'
import { valueFactors, valueLevels } from '../../vocabulary.ts'

/** What is exchanged on one level of value that touches one factor of it. */
export type CoverageCell = {
  readonly level: (typeof valueLevels)[number]
  readonly factor: (typeof valueFactors)[number]
  /** in document order */
  readonly exchangeIds: readonly string[]
}

function isIn({ level, factors }: Exchange, cell: Pick<CoverageCell, 'level' | 'factor'>): boolean {
  return level === cell.level && factors.includes(cell.factor)
}

/** Which levels and factors of value exchanges touch: every pair, also those that none does; an exchange stands with each of its factors. Cost O(exchanges). Spec: VN60. */
export function valueCoverage({ tables }: Snapshot): readonly CoverageCell[] {
  const exchanges = inDocumentOrder(tables.exchange)
  return valueLevels.flatMap((level) =>
    valueFactors.map((factor) => ({ level, factor, exchangeIds: exchanges.filter((each) => isIn(each, { level, factor })).map(({ id }) => id) })),
  )
}
