import { defineAction } from '../../../lib/client/actions/action.ts'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'

const group = 'Numbers'
const scope = 'global'
const words = 'overlay measure analysis'

export const nextNumbersAction = defineAction({ id: 'numbers.next', title: 'Next numbers on the drawing', group, scope, keys: ['shift+n'], words })
export const noNumbersAction = defineAction({ id: 'numbers.none', title: 'Show no numbers on the drawing', group, scope, words })

/** What each kind is called on a button, and what the palette calls it. */
export const numberNames: Readonly<Record<OverlayKind, string>> = {
  chance: 'Chance',
  help: 'Help here first',
  slip: 'If this slips',
  needed: 'Needed by',
  flow: 'Flow lost',
  starfish: 'Starfish',
}

export const numberActions = [
  { kind: 'chance', action: defineAction({ id: 'numbers.chance', title: 'Show how likely each result is', group, scope, words }) },
  { kind: 'help', action: defineAction({ id: 'numbers.help', title: 'Show where help does most', group, scope, words }) },
  { kind: 'slip', action: defineAction({ id: 'numbers.slip', title: 'Show what is lost if a result slips', group, scope, words }) },
  { kind: 'needed', action: defineAction({ id: 'numbers.needed', title: 'Show how many results wait for each', group, scope, words }) },
  { kind: 'flow', action: defineAction({ id: 'numbers.flow', title: 'Show what flow is lost without each node', group, scope, words }) },
  { kind: 'starfish', action: defineAction({ id: 'numbers.starfish', title: 'Show with how many others each node exchanges', group, scope, words }) },
] as const satisfies readonly { readonly kind: OverlayKind; readonly action: ReturnType<typeof defineAction> }[]
