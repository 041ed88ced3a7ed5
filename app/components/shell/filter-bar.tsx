'use client'
import { useRef } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { type DisplayStatus, displayStatuses } from '../../../lib/domain/okr/assessment.ts'
import { find, listOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { StatusBadge, statusWords } from '../ui/status-badge.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './filter-bar.module.css'
import { takeawayOf } from './takeaway.ts'
import { filterAction } from './views.ts'

function isStatus(text: string): text is DisplayStatus {
  return displayStatuses.some((status) => status === text)
}

function toggled(list: readonly string[], id: string): string[] | null {
  const next = list.includes(id) ? list.filter((each) => each !== id) : [...list, id]
  return next.length > 0 ? next : null
}

function useFilterItems(): { title: string; items: MenuItem[] }[] {
  const { snapshot } = useNetwork()
  const { view, setView } = useView()
  const people = listOf(snapshot, 'person')
  return [
    {
      title: 'Status',
      items: displayStatuses.map((status) => ({
        id: status,
        label: <StatusBadge status={status} showWord />,
        isChecked: view.status.includes(status),
        run: () => setView({ status: toggled(view.status, status) }),
      })),
    },
    {
      title: 'Value area',
      items: listOf(snapshot, 'area').map(({ id, name }) => ({
        id,
        label: name,
        isChecked: view.area.includes(id),
        run: () => setView({ area: toggled(view.area, id) }),
      })),
    },
    ...(people.length > 0
      ? [
          {
            title: 'Owner',
            items: people.map(({ id, name }) => ({
              id,
              label: name,
              isChecked: view.owner === id,
              run: () => setView({ owner: view.owner === id ? null : id }),
            })),
          },
        ]
      : []),
  ]
}

/** What narrows the view, as chips, and what the view adds up to, as one sentence. */
export function FilterBar() {
  const { snapshot, assessment } = useNetwork()
  return (
    <section className={styles['bar']} aria-label="Overview">
      <FilterControls />
      <p className={styles['takeaway']}>{takeawayOf(snapshot, assessment)}</p>
    </section>
  )
}

/** The words, statuses, areas and owner that narrow a view; `isSlim` where they share their row with other tools. */
export function FilterControls({ isSlim = false }: { readonly isSlim?: boolean }) {
  const { snapshot } = useNetwork()
  const { view, setView } = useView()
  const input = useRef<HTMLInputElement>(null)
  const groups = useFilterItems()
  useAction(filterAction, () => input.current?.focus())
  const hasFilter = view.status.length + view.area.length > 0 || view.owner !== null || view.q !== null || view.lit.length > 0
  return (
    <search className={styles['controls']} aria-label="Filter" data-slim={isSlim || undefined}>
      <input
        ref={input}
        type="search"
        className={styles['input']}
        aria-label="Filter by words"
        placeholder="Filter"
        value={view.q ?? ''}
        onChange={(event) => setView({ q: event.currentTarget.value || null })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setView({ q: null })
          event.currentTarget.blur()
        }}
      />
      <Menu
        trigger={
          <Button size="small" tone="quiet" aria-label="Filter by" title="Filter by">
            <Icon name="filter" size={14} /> {!isSlim && 'Filter by'}
          </Button>
        }
        groups={groups}
      />
      <div className={styles['chips']}>
        {view.status.filter(isStatus).map((status) => (
          <Chip
            key={status}
            onRemove={() => setView({ status: toggled(view.status, status) })}
            removeLabel={`Stop filtering by ${statusWords[status]}`}
          >
            <StatusBadge status={status} showWord size={14} />
          </Chip>
        ))}
        {view.area.map((id) => (
          <Chip key={id} onRemove={() => setView({ area: toggled(view.area, id) })} removeLabel="Stop filtering by this value area">
            {find(snapshot, 'area', id)?.name ?? 'Unknown area'}
          </Chip>
        ))}
        {view.lit.length > 0 && (
          <Chip onRemove={() => setView({ lit: null })} removeLabel="Show all nodes alike">
            {view.lit.length === 1 ? '1 node lit' : `${view.lit.length} nodes lit`}
          </Chip>
        )}
        {view.owner !== null && (
          <Chip onRemove={() => setView({ owner: null })} removeLabel="Stop filtering by this owner">
            {find(snapshot, 'person', view.owner)?.name ?? 'Unknown person'}
          </Chip>
        )}
        {hasFilter && (
          <Button size="small" tone="quiet" onClick={() => setView({ status: null, area: null, owner: null, q: null, lit: null })}>
            Clear
          </Button>
        )}
      </div>
    </search>
  )
}
