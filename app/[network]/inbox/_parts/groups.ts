import { selectionOf } from '../../../../lib/client/view.ts'
import type { InboxItem } from '../../../../lib/domain/promise/inbox.ts'

type Kind = InboxItem['kind']

/** What waits, in the order in which it is worked off; each kind of item belongs to one group. */
const groups: readonly { readonly title: string; readonly kinds: readonly Kind[] }[] = [
  { title: 'Answers to give', kinds: ['answer'] },
  { title: 'Counters and proposals to answer', kinds: ['counter', 'proposal'] },
  { title: 'Deliveries to accept', kinds: ['delivery'] },
  { title: 'Promises of ours due', kinds: ['deliver'] },
  { title: 'Asks of ours that were refused', kinds: ['refused'] },
  { title: 'Check-ins due', kinds: ['checkIn'] },
]

export type Group = { readonly title: string; readonly items: readonly InboxItem[] }

/** The items by group, each oldest first; groups without any are left out. */
export function grouped(items: readonly InboxItem[]): Group[] {
  return groups
    .map(({ title, kinds }) => ({ title, items: items.filter(({ kind }) => kinds.includes(kind)) }))
    .filter((group) => group.items.length > 0)
}

/** An item as the selection that stands in the address. */
export function selectionOfItem(item: InboxItem): string {
  return item.kind === 'checkIn' ? selectionOf('kr', item.keyResultId ?? '') : selectionOf('need', item.dependencyId ?? '')
}
