'use client'
import type { ReactNode } from 'react'
import { SeenAs, useNetwork } from '../../../lib/client/network/provider.tsx'

/** What compares two moments: everything inside sees both networks in one, and changes neither. */
export function SeenInBoth({ children }: { readonly children: ReactNode }) {
  const { compared, snapshot, assessment, isPast } = useNetwork()
  return (
    <SeenAs {...(compared?.union ?? { snapshot, assessment })} isPast={isPast || compared !== null}>
      {children}
    </SeenAs>
  )
}
