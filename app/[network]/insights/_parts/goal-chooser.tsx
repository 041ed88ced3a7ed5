'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Looked } from '../../../../lib/domain/measure/figure/looked.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import styles from './goal-chooser.module.css'
import { useInsightsAddress } from './use-insights-address.ts'

/** Of key results that nobody waits for so many are offered. */
const endsOffered = 12

/** What insights are about: one of the goals, or a key result at the end of a chain; where nothing is chained, any for which no other one waits. */
export function GoalChooser({ looked }: { readonly looked: Looked }) {
  const { snapshot } = useNetwork()
  const { setGoal } = useInsightsAddress()
  const { chosen, graph } = looked
  const goals = listOf(snapshot, 'goal').filter(({ keyResultId }) => keyResultId !== null && graph.vertexById.has(keyResultId))
  const named = new Set<string | null>(goals.map(({ keyResultId }) => keyResultId))
  const needed = new Set(Array.from(graph.supplier))
  const needing = new Set(Array.from(graph.consumer))
  const last = graph.keyResultIds.filter((id, vertex) => !needed.has(vertex) && !named.has(id))
  const chained = last.filter((id) => needing.has(graph.vertexById.get(id) ?? -1))
  const ends = chained.length > 0 ? chained : last
  const current = goals.find(({ keyResultId }) => keyResultId === chosen.goalId)?.name ?? find(snapshot, 'keyResult', chosen.goalId)?.title
  const groups = [
    {
      title: 'Goals',
      items: goals.map(({ id, name, keyResultId }) => ({ id, label: name, isChecked: keyResultId === chosen.goalId, run: () => setGoal(id) })),
    },
    {
      title: 'Results for which no other one waits',
      items: ends.slice(0, endsOffered).map((id) => ({
        id,
        label: find(snapshot, 'keyResult', id)?.title ?? '',
        isChecked: id === chosen.goalId,
        run: () => setGoal(id),
      })),
    },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <Menu
      trigger={
        <Button className={styles['chooser']} aria-label={`Goal: ${current ?? 'none'}`}>
          <span>{current ?? 'Choose a goal'}</span>
          <Icon name="chevronDown" size={12} />
        </Button>
      }
      groups={groups}
    />
  )
}
