'use client'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { InboxItem } from '../../../../lib/domain/promise/inbox.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { CheckInLine } from '../../../components/check-in/check-in-line.tsx'
import { UndoNotice } from '../../../components/promise/undo-notice.tsx'
import { useInbox } from '../../../components/promise/use-inbox.ts'
import { Button } from '../../../components/ui/button.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import { KeyHints } from '../../../components/ui/key-hints.tsx'
import { PageBody, PageFrame } from '../../../components/ui/page-frame.tsx'
import { checkInHereAction, nextItemAction, previousItemAction } from './actions.ts'
import { EmptyInbox } from './empty-inbox.tsx'
import { grouped } from './groups.ts'
import styles from './inbox.module.css'
import { InboxRow } from './inbox-row.tsx'
import { RowMoves } from './row-moves.tsx'
import { useInboxSelection } from './use-inbox-selection.ts'

const hints = [
  ['J K', 'next, before'],
  ['Y', 'promise'],
  ['C', 'counter'],
  ['X', 'decline'],
  ['D', 'delivered'],
  ['A', 'accept'],
  ['↵', 'open'],
] as const

/** Moves the focus to what can be done about the selected item, in the pane beside. */
function enterPane(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-panel] [role="group"] button, [data-panel] input')?.focus())
}

/** What waits for me, by kind and oldest first, each answered by one key. The pane beside holds the whole story. */
export function InboxScreen() {
  const inbox = useInbox()
  const groups = grouped(inbox)
  const items = groups.flatMap((group) => group.items)
  const { selected, at, go } = useInboxSelection(items)
  const [reporting, setReporting] = useState<string | null>(null)
  useAction(nextItemAction, () => go(at + 1), { enabled: items.length > 0 })
  useAction(previousItemAction, () => go(at < 0 ? 0 : at - 1), { enabled: items.length > 0 })
  useAction(checkInHereAction, () => selected && setReporting(selected.id), { enabled: selected?.kind === 'checkIn' })
  const press = (item: InboxItem, isByKey: boolean) => {
    go(items.indexOf(item))
    if (isByKey && item.kind === 'checkIn') setReporting(item.id)
    else if (isByKey) enterPane()
  }
  return (
    <PageFrame scope="promise" title="Inbox" count={items.length} tools={items.length > 0 && <KeyHints hints={hints} />}>
      <PageBody className={styles['body']}>
        <UndoNotice />
        {groups.map(({ title, items: own }) => (
          <section key={title} className={styles['group']} aria-label={title}>
            <h2>
              {title} <span className={styles['count']}>{own.length}</span>
            </h2>
            <ul>
              {own.map((item) => (
                <li key={item.id} data-selected={item === selected || undefined}>
                  <div className={styles['line']}>
                    <InboxRow
                      item={item}
                      isSelected={item === selected}
                      isTabStop={selected ? item === selected : item === items[0]}
                      press={(isByKey) => press(item, isByKey)}
                      step={(by) => go(items.indexOf(item) + by)}
                    />
                    {item === selected && item.dependencyId && <RowMoves dependencyId={item.dependencyId} />}
                    {item === selected && item.kind === 'checkIn' && reporting !== item.id && (
                      <span className={styles['rowMoves']}>
                        <Button size="small" tabIndex={-1} onClick={() => setReporting(item.id)}>
                          Check in <KeyHint keys="v" />
                        </Button>
                      </span>
                    )}
                  </div>
                  {reporting === item.id && <Report item={item} leave={() => setReporting(null)} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {items.length === 0 && <EmptyInbox />}
      </PageBody>
    </PageFrame>
  )
}

/** A check-in answered in the list. Leaving it gives the focus back to its line. */
function Report({ item, leave }: { readonly item: InboxItem; readonly leave: () => void }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const keyResult = find(snapshot, 'keyResult', item.keyResultId ?? null)
  if (!keyResult) return null
  return (
    <CheckInLine
      keyResult={keyResult}
      className={styles['report']}
      onSave={(call) => void mutate([call], { toast: `Checked in on “${keyResult.title}”` })}
      onLeave={() => {
        leave()
        document.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`)?.focus()
      }}
    />
  )
}
