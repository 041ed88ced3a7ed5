import { useState } from 'react'
import type { Checked } from '../../../lib/domain/checks/findings.ts'

type Named = { readonly id: string }

/** The finding that was open when somebody came to it, for as long as it is the one that is looked at; null where it never was. Spec: AL17. */
export function metOpen(open: readonly Named[], wanted: string | null, before: string | null): string | null {
  return wanted !== null && (wanted === before || open.some(({ id }) => id === wanted)) ? wanted : null
}

/** Whether the finding that is looked at was open when somebody came to it and is not any more: it leaves its place to the next. */
export function useLeftOpen({ findings }: Pick<Checked, 'findings'>, wanted: string | null) {
  const [before, setBefore] = useState<string | null>(null)
  const met = metOpen(findings, wanted, before)
  if (met !== before) setBefore(met)
  return {
    isLeft: met !== null && !findings.some(({ id }) => id === met),
    /** somebody comes to it anew, as it is now */
    forget: () => setBefore(null),
  }
}
