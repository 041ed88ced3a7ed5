import type { WhatIfEdit } from '../../domain/measure/what-if/edit.ts'

/** What stands between two edits of an address, and between the fields of one. */
export const [betweenEdits, betweenFields] = ['*', '.']

/** What can stand in a query as it is, with ~ in the place of %: an address that is read aloud has no %25. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[~.*!'()]|%/g, (sign) =>
    sign === '%' ? '~' : `~${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

/** How an address tells what is not there. */
export const partyLetters = { node: 'n', team: 't', person: 'p' } as const

function fieldsOf(edit: WhatIfEdit): readonly (string | number)[] {
  switch (edit.kind) {
    case 'confidence':
      return ['c', edit.keyResultId, edit.confidence]
    case 'due':
      return ['d', edit.keyResultId, edit.dueOn]
    case 'promise':
      return ['p', edit.dependencyId, edit.promisedOn ?? '', edit.neededOn ?? '']
    case 'drop':
      return ['x', edit.dependencyId]
    case 'add': {
      const by = edit.supplierKeyResultId === null ? ['n', edit.supplierNodeId ?? ''] : ['k', edit.supplierKeyResultId]
      return ['a', edit.consumerKeyResultId, ...by, edit.strength, edit.what]
    }
    case 'second':
      return ['s', edit.dependencyId, edit.supplierKeyResultId]
    case 'without':
      return ['w', partyLetters[edit.entity], edit.id]
  }
}

/** One edit, as it stands in an address. */
function written(edit: WhatIfEdit): string {
  return fieldsOf(edit)
    .map((field) => escaped(String(field)))
    .join(betweenFields)
}

/** What is supposed, as it stands in an address: `c.kr_offers.1*x.dep_leads`. Cost O(length). Spec: WI1-WI2. */
export function writeWhatIf(edits: readonly WhatIfEdit[]): string {
  return edits.map(written).join(betweenEdits)
}

/**
 * An address that supposes one thing more; as it was where it says so already. What it held is not read: whoever opens it does.
 *
 * Cost O(length). Spec: WI1.
 */
export function withEdit(address: string, edit: WhatIfEdit): string {
  const [parts, added] = [address === '' ? [] : address.split(betweenEdits), written(edit)]
  return parts.includes(added) ? address : [...parts, added].join(betweenEdits)
}
