'use client'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { useOutline } from './outline-context.ts'

/** Before there is anything: the first thing to do. */
export function NoAreas() {
  const { startDraft } = useOutline()
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
