import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type CommandCall, call } from '../../../../lib/domain/command/call.ts'
import type { Ritual, RitualItem } from '../../../../lib/domain/entity.ts'
import { referring } from '../../../../lib/domain/snapshot.ts'
import type { ItemKind } from '../../../../lib/domain/vocabulary.ts'

type Rest = Partial<Pick<RitualItem, 'subject' | 'about' | 'nodeId' | 'value'>>

/** What was written down in a session, of one kind, and how more of it is written. */
export function useEntries(ritual: Ritual, kind: ItemKind) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const run = (...calls: CommandCall[]) => void mutate(calls)
  return {
    items: referring(snapshot, 'ritualItem', 'ritualId', ritual.id).filter((item) => item.kind === kind),
    add: (text: string, rest: Rest = {}) => run(call('ritualItem.create', { id: freshId('ritualItem'), ritualId: ritual.id, kind, text, ...rest })),
    set: (id: RitualItem['id'], part: Partial<Pick<RitualItem, 'text' | 'status' | 'value'>>) => run(call('ritualItem.update', { id, set: part })),
    remove: (id: RitualItem['id']) => run(call('ritualItem.delete', { id })),
  }
}
