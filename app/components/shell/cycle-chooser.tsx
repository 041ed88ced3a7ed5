'use client'
import Link from 'next/link'
import { placeInCycle } from '../../../lib/client/cycle.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './cycle-chooser.module.css'

/** Says where we are in the cycle, and changes the cycle in view. */
export function CycleChooser() {
  const { snapshot, cycle, today, slug } = useNetwork()
  const { setView } = useView()
  const cycles = listOf(snapshot, 'cycle')
  if (!cycle)
    return (
      <Link className={styles['none']} href={`/${slug}/settings#cycles`}>
        Set a cycle
      </Link>
    )
  const items = cycles.map((each) => ({
    id: each.id,
    label: (
      <>
        {each.name} <span className={styles['place']}>{each.phase === 'draft' ? 'draft' : placeInCycle(each, today)}</span>
      </>
    ),
    isChecked: each.id === cycle.id,
    run: () => setView({ cycle: each.id }),
  }))
  const trigger = (
    <Button tone="quiet" className={styles['trigger']} aria-label={`Cycle: ${cycle.name}, ${placeInCycle(cycle, today)}`}>
      <span className={styles['name']}>{cycle.name}</span>
      <span className={styles['week']}>· {placeInCycle(cycle, today)}</span>
      <Icon name="chevronDown" size={12} />
    </Button>
  )
  return <Menu trigger={trigger} groups={[{ title: 'Cycle', items }]} />
}
