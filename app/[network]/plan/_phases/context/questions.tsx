'use client'
import { useRef } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { useMyNode } from '../../../../../lib/client/ritual/use-my-node.ts'
import type { Ritual, RitualItem } from '../../../../../lib/domain/entity.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { LineForm } from '../../_parts/line-form.tsx'
import { useEntries } from '../../_parts/use-entries.ts'
import { contextActions } from './actions.ts'
import styles from './context.module.css'

/** What people ask, grouped by the area from which it comes; who leads ticks what was answered. */
export function Questions({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const { isBig } = useBigScreen()
  const isLead = useLead(ritual)
  const { node } = useMyNode(ritual)
  const { items, add, set } = useEntries(ritual, 'question')
  const field = useRef<HTMLInputElement>(null)
  useAction(contextActions.ask, () => field.current?.focus(), { enabled: !isBig })
  const areaOf = ({ nodeId }: RitualItem) => find(snapshot, 'area', find(snapshot, 'node', nodeId)?.areaId ?? null)?.name ?? 'Everybody'
  const open = items.filter(({ status }) => status === 'open').length
  return (
    <section className={styles['part']} aria-label="Questions">
      <h3>
        Questions <span>{items.length === 0 ? '' : open === 0 ? 'all answered' : `${open} open`}</span>
      </h3>
      {items.length === 0 && <p className={styles['quiet']}>None yet. What is asked on a laptop or a phone stands here at once.</p>}
      {[...Map.groupBy(items, areaOf)].map(([area, asked]) => (
        <div key={area}>
          <h4>{area}</h4>
          <ul className={styles['questions']}>
            {asked.map(({ id, text, status }) => (
              <li key={id} data-done={status === 'done' || undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={status === 'done'}
                    disabled={!isLead}
                    onChange={(event) => set(id, { status: event.currentTarget.checked ? 'done' : 'open' })}
                  />
                  <span>{text}</span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {!isBig && (
        <LineForm
          place={{ entity: 'ritual', id: ritual.id, field: 'line.question' }}
          fieldRef={field}
          label="Ask a question (press Q)"
          placeholder="The room reads it here; no name stands beside it"
          verb="Ask"
          onAdd={(text) => add(text, node === null ? {} : { nodeId: node.id })}
        />
      )}
    </section>
  )
}
