'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { useGuide } from '../../../components/guide/use-guide.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { useOutline } from './outline-context.ts'

/** Before there is anything: the first thing to do. */
export function NoAreas() {
  const { startDraft, rights } = useOutline()
  if (!rights.mayAddUnder(undefined)) return <NothingYet />
  return (
    <EmptyState
      title="Which kinds of value does this network create?"
      action={
        <Button tone="primary" autoFocus onClick={() => startDraft({ kind: 'area', parentId: null, afterId: null })}>
          Add the first value area
        </Button>
      }
    >
      Most start with four: customer, brand, innovation and operational value. Nodes, the groups of activities, stand inside them.
    </EmptyState>
  )
}

/** Areas without a node: the cursor stands where the first one is added. */
export function NoNodes() {
  const { snapshot } = useNetwork()
  const { startDraft, rights } = useOutline()
  const [guide] = useGuide()
  const first = listOf(snapshot, 'area')[0]
  if (!first) return null
  if (!rights.mayAddUnder({ kind: 'area', id: first.id })) return <NothingYet />
  return (
    <EmptyState
      title="Which groups of activities create this value?"
      action={
        <Button tone="primary" autoFocus={guide === null} onClick={() => startDraft({ kind: 'node', parentId: first.id, afterId: null })}>
          Add the first node
        </Button>
      }
    >
      It starts in {first.name}; for another area choose its row and press <kbd>N</kbd>. Rows copied from a spreadsheet can be pasted here, too.
    </EmptyState>
  )
}

/** The same for who cannot begin. */
function NothingYet() {
  return <EmptyState title="Nothing is written here yet">An editor or owner of this network begins it; you will see it here at once.</EmptyState>
}

/** A filter that leaves nothing. */
export function NothingFits({ hidden }: { readonly hidden: number }) {
  const { setView } = useView()
  return (
    <EmptyState
      title="Nothing fits the filter"
      action={<Button onClick={() => setView({ status: null, area: null, owner: null, q: null })}>Show all {hidden} rows</Button>}
    />
  )
}
