'use client'
import { Command } from 'cmdk'
import { useMemo, useState } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { handlers } from '../../../lib/client/actions/registry.ts'
import { fuzzyFilter } from '../../../lib/client/fuzzy.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { useView } from '../../../lib/client/view.ts'
import { entityWords } from '../../../lib/domain/snapshot.ts'
import { Dialog } from '../ui/dialog.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import styles from './palette.module.css'
import { recentIds, rememberChosen } from './palette-recent.ts'
import { type Findable, findables } from './palette-records.ts'

const mostRecords = 24

type Line = { readonly id: string; readonly title: string; readonly words: string; readonly keys: string | null; readonly run: () => void }

function useCommands(typed: string): Line[] {
  const live = useObservable(handlers)
  return useMemo(() => {
    const byId = new Map(live.map((handler) => [handler.action.id, handler]))
    return [...byId.values()]
      .filter(({ action }) => !action.isKeyOnly && !(action.isFoundOnly && typed === ''))
      .map(({ action, run }) => ({ id: action.id, title: action.title, words: action.words ?? '', keys: action.keys?.[0] ?? null, run }))
  }, [live, typed])
}

function recentFirst<T extends { readonly id: string }>(items: readonly T[], recent: readonly string[]): T[] {
  const placeOf = (id: string) => recent.indexOf(id) + 1 || recent.length + 1
  return [...items].sort((a, b) => placeOf(a.id) - placeOf(b.id))
}

/** One box for what there is and what one can do. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const [typed, setTyped] = useState('')
  const commands = useCommands(typed)
  const records = useMemo(() => findables(snapshot, assessment), [snapshot, assessment])
  const recent = recentIds()
  const foundCommands = fuzzyFilter(recentFirst(commands, recent), typed, ({ title, words }) => `${title} ${words}`)
  const matches = fuzzyFilter(typed === '' ? recentFirst(records, recent) : records, typed, ({ name, place }) => `${name} ${place}`)
  const foundRecords = matches.slice(0, typed === '' ? 6 : mostRecords)
  const choose = (id: string, run: () => void) => {
    rememberChosen(id)
    onClose()
    requestAnimationFrame(run)
  }
  const groups = [
    <Command.Group key="commands" heading="Do" className={styles['group']}>
      {foundCommands.slice(0, typed === '' ? 50 : 8).map(({ id, title, keys, run }) => (
        <Command.Item key={id} value={id} className={styles['item']} onSelect={() => choose(id, run)}>
          <span className={styles['label']}>{title}</span>
          {keys && <kbd>{readable(keys)}</kbd>}
        </Command.Item>
      ))}
    </Command.Group>,
    <Command.Group key="records" heading="Find" className={styles['group']}>
      {foundRecords.map((record) => (
        <RecordItem key={record.id} record={record} choose={() => choose(record.id, () => select(record.kind, record.id))} />
      ))}
    </Command.Group>,
  ]
  return (
    <Dialog open title="Search, or do something" onClose={onClose}>
      <Command shouldFilter={false} label="Search, or do something" className={styles['palette']}>
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder="A node, a key result, a person, or a command"
          className={styles['input']}
        />
        <Command.List className={styles['list']}>
          {foundCommands.length + foundRecords.length === 0 && (
            <Command.Item disabled value="nothing" className={styles['empty']}>
              Nothing like “{typed}”.
            </Command.Item>
          )}
          {typed === '' ? groups : groups.toReversed()}
          {matches.length > foundRecords.length && typed !== '' && (
            <p className={styles['rest']}>{matches.length - foundRecords.length} more. Type more letters.</p>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function RecordItem({ record, choose }: { readonly record: Findable; readonly choose: () => void }) {
  return (
    <Command.Item value={record.id} className={styles['item']} onSelect={choose}>
      {record.status && <StatusBadge status={record.status} size={14} />}
      <span className={styles['label']}>{record.name}</span>
      <span className={styles['place']}>{record.place || entityWords[record.entity]}</span>
    </Command.Item>
  )
}
