'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Chip } from '../../../components/ui/chip.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { isStateGroup, type StateGroup, stateGroups } from './timeline-filter.ts'

const groupWords: Record<StateGroup, string> = {
  draft: 'drafts',
  asked: 'asked, not answered',
  promised: 'promised',
  delivered: 'delivered, accepted',
  refused: 'declined, revoked',
}
const groups = Object.keys(stateGroups).filter(isStateGroup)

type Props = {
  readonly states: readonly string[]
  readonly nodeId: string | null
  readonly onStates: (states: string[] | null) => void
  readonly onNode: (nodeId: string | null) => void
}

/** Narrows the timeline to states of promises and to one node. */
export function NarrowMenu({ states, nodeId, onStates, onNode }: Props) {
  const { snapshot } = useNetwork()
  const toggle = (group: StateGroup) => {
    const next = states.includes(group) ? states.filter((each) => each !== group) : [...states, group]
    onStates(next.length > 0 ? next : null)
  }
  return (
    <>
      <Menu
        trigger={
          <Button size="small" tone="quiet">
            Promises
          </Button>
        }
        groups={[
          {
            title: 'State',
            items: groups.map((group) => ({ id: group, label: groupWords[group], isChecked: states.includes(group), run: () => toggle(group) })),
          },
          {
            title: 'Node, giving or taking',
            items: listOf(snapshot, 'node').map(({ id, name }) => ({
              id,
              label: name,
              isChecked: nodeId === id,
              run: () => onNode(nodeId === id ? null : id),
            })),
          },
        ]}
      />
      {states.filter(isStateGroup).map((group) => (
        <Chip key={group} onRemove={() => toggle(group)} removeLabel={`Stop filtering by ${groupWords[group]}`}>
          {groupWords[group]}
        </Chip>
      ))}
      {nodeId !== null && (
        <Chip onRemove={() => onNode(null)} removeLabel="Stop filtering by this node">
          {find(snapshot, 'node', nodeId)?.name ?? 'Unknown node'}
        </Chip>
      )}
    </>
  )
}
