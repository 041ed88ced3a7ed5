import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { type Attention, relationshipsToLookAt } from '../../../lib/domain/review/attention.ts'
import { type ExchangeHealth, healthOf } from '../../../lib/domain/review/health.ts'

/** How one relationship goes on the day that is shown. */
export function useHealth(exchangeId: string): ExchangeHealth {
  const { snapshot, today } = useNetwork()
  return useMemo(() => healthOf(snapshot, exchangeId, today), [snapshot, exchangeId, today])
}

/** The relationships to look at on the day that is shown, most pressing first. */
export function useAttention(): readonly Attention[] {
  const { snapshot, today } = useNetwork()
  return useMemo(() => relationshipsToLookAt(snapshot, today), [snapshot, today])
}
