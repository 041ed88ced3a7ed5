import type { Basis } from '../chance/unknown.ts'
import { counted } from './said.ts'

/**
 * Why a chance is not known: “nobody has said how likely 2 results are, and 1 need is on a node that has no key result for it”. Empty where
 * it is.
 *
 * Cost O(1). Spec: OR24.
 */
export function whyUnknown({ silent, onNodes }: Pick<Basis, 'silent' | 'onNodes'>): string {
  const own = silent === 0 ? [] : [`nobody has said how likely ${counted(silent, 'result')} ${silent === 1 ? 'is' : 'are'}`]
  const asked =
    onNodes === 0
      ? []
      : [onNodes === 1 ? '1 need is on a node that has no key result for it' : `${onNodes} needs are on nodes that have no key result for them`]
  return [...own, ...asked].join(', and ')
}

/** What a chance rests on: “rests on 3 results and 1 need on a node without a key result, 2 without a confidence”. Cost O(1). Spec: IN5. */
export function restsOn({ results, silent, onNodes }: Basis): string {
  const needs = onNodes === 0 ? '' : ` and ${counted(onNodes, 'need')} on a node without a key result`
  const without = silent === 0 ? '' : onNodes === 0 ? `, ${silent} without a confidence` : `, ${counted(silent, 'result')} without a confidence`
  return `rests on ${counted(results, 'result')}${needs}${without}`
}
