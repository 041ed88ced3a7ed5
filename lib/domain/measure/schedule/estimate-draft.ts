import type { Estimated, NamedPoints } from './duration.ts'

/** What three fields hold together: no estimate, a whole one, or one that cannot be kept yet and why. */
export type EstimateDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'whole'; readonly estimate: Estimated }
  | { readonly kind: 'open'; readonly why: string }

const names = { optimistic: 'weeks at best', likely: 'weeks likely', pessimistic: 'weeks at worst' } as const
const inOrder = ['optimistic', 'likely', 'pessimistic'] as const

/** What is wrong with three points that are all there; null where nothing is. */
function faultOf({ optimistic, likely, pessimistic }: Estimated): string | null {
  if (optimistic > likely) return 'Weeks at best are more than weeks likely.'
  if (likely > pessimistic) return 'Weeks likely are more than weeks at worst.'
  return likely === 0 && pessimistic > 0 ? 'Weeks likely have to be more than 0.' : null
}

/**
 * Whether what was typed is an estimate. An estimate is three points in rising order: of one or two of them nobody could say how long it takes,
 * and nothing is put in the place of what was not typed.
 *
 * Cost O(1). Spec: CN61, CN73.
 */
export function draftedEstimate({ optimistic, likely, pessimistic }: NamedPoints): EstimateDraft {
  if (optimistic === null && likely === null && pessimistic === null) return { kind: 'none' }
  if (optimistic !== null && likely !== null && pessimistic !== null) {
    const estimate = { optimistic, likely, pessimistic }
    const fault = faultOf(estimate)
    return fault === null ? { kind: 'whole', estimate } : { kind: 'open', why: `${fault} The estimate is not kept yet.` }
  }
  const points = { optimistic, likely, pessimistic }
  const missing = inOrder.flatMap((each) => (points[each] === null ? names[each] : []))
  return {
    kind: 'open',
    why: `An estimate needs all three: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. It is not kept yet.`,
  }
}
