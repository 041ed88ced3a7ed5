'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { type Direction, type Glue, glueOf } from '../../../../lib/domain/people/glue.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { listed, needInWords, stateWords } from '../../../components/graph/words.ts'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import list from '../../../components/ui/press-list.module.css'
import styles from './glue-view.module.css'
import { tierWords } from './people-words.ts'

type Props = {
  readonly on: string
  readonly a: string | null
  readonly b: string | null
  readonly choose: (pair: { a?: string | null; b?: string | null }) => void
}

/** What joins two teams or people: the nodes that both serve, and what goes between the nodes of the one and the other. */
export function GlueView({ on, a, b, choose }: Props) {
  const { snapshot } = useNetwork()
  const isKnown = (id: string | null) => id !== null && (find(snapshot, 'team', id) ?? find(snapshot, 'person', id)) !== undefined
  const options = [
    ...listOf(snapshot, 'team').map(({ id, name }) => ({ id: id as string, label: name, hint: 'team' })),
    ...listOf(snapshot, 'person').map(({ id, name }) => ({ id: id as string, label: name, hint: 'person' })),
  ]
  return (
    <div className={styles['glue']}>
      <div className={styles['pair']}>
        <Combobox
          label="One team or person"
          value={a}
          placeholder="A team or person"
          options={options.filter(({ id }) => id !== b)}
          onChange={(id) => choose({ a: id })}
        />
        <span>and</span>
        <Combobox
          label="The other team or person"
          value={b}
          placeholder="Another one"
          options={options.filter(({ id }) => id !== a)}
          onChange={(id) => choose({ b: id })}
        />
      </div>
      {a !== null && b !== null && a !== b && isKnown(a) && isKnown(b) ? (
        <Found glue={glueOf(snapshot, { a, b }, on)} />
      ) : (
        <EmptyState title="What joins two teams?" ghost={<GhostGlue />}>
          {options.length < 2
            ? 'Add people or teams to nodes first.'
            : 'Pick two teams or people. You see the nodes that both serve, and what goes between their nodes.'}
        </EmptyState>
      )}
    </div>
  )
}

function GhostGlue() {
  return (
    <svg width="220" height="70" viewBox="0 0 220 70" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <circle cx="40" cy="35" r="24" />
      <circle cx="180" cy="35" r="24" />
      <path d="M64 28h92M64 42h92" strokeDasharray="5 4" />
    </svg>
  )
}

function Found({ glue }: { readonly glue: Glue }) {
  const { snapshot, slug, assessment } = useNetwork()
  const { select } = useView()
  const node = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'nobody'
  const nodeIds = new Set<string | null>([
    ...glue.nodes.map(({ nodeId }) => nodeId),
    ...glue.exchanges.flatMap(({ exchange }) => [exchange.fromNodeId, exchange.toNodeId]),
    ...glue.needs.flatMap(({ supplierNodeId, consumerNodeId }) => [supplierNodeId, consumerNodeId]),
  ])
  return (
    <>
      <p className={styles['sentence']} role="status">
        {glue.sentence}
      </p>
      {nodeIds.size > 0 && (
        <p>
          <Link href={`/${slug}/map?${new URLSearchParams({ lit: [...nodeIds].join(','), needs: 'all' })}`}>Show on the map</Link>
        </p>
      )}
      <Part title="Nodes that both serve" count={glue.nodes.length}>
        {glue.nodes.map(({ nodeId, a, b }) => (
          <li key={nodeId}>
            <button type="button" data-record={nodeId} onClick={() => select('node', nodeId)}>
              <strong>{node(nodeId)}</strong>
              <span>
                {glue.a.name}: {listed([...new Set(a.map(({ tier }) => tierWords[tier]))])} · {glue.b.name}:{' '}
                {listed([...new Set(b.map(({ tier }) => tierWords[tier]))])}
              </span>
            </button>
          </li>
        ))}
      </Part>
      <Part title="Exchanges between their nodes" count={glue.exchanges.length}>
        {glue.exchanges.map(({ exchange, direction }) => (
          <li key={exchange.id}>
            <button type="button" data-record={exchange.id} onClick={() => select('exchange', exchange.id)}>
              <strong>
                {node(exchange.fromNodeId)} gives {node(exchange.toNodeId)} “{exchange.deliverable}”
              </strong>
              <span>{directionInWords(glue, direction)}</span>
            </button>
          </li>
        ))}
      </Part>
      <Part title="Needs between their key results" count={glue.needs.length}>
        {glue.needs.map(({ dependency, supplierNodeId, consumerNodeId, direction }) => {
          const facts = assessment.dependencies.get(dependency.id)
          return (
            <li key={dependency.id}>
              <button type="button" data-record={dependency.id} onClick={() => select('need', dependency.id)}>
                <strong>
                  {node(consumerNodeId)} needs “{dependency.what || 'something'}” from {node(supplierNodeId)}
                </strong>
                <span>
                  {facts ? needInWords(facts) : stateWords[dependency.state]} · {directionInWords(glue, direction)}
                </span>
              </button>
            </li>
          )
        })}
      </Part>
    </>
  )
}

function directionInWords({ a, b }: Glue, direction: Direction): string {
  if (direction === 'both') return `between ${a.name} and ${b.name}, who serve both`
  return direction === 'aToB' ? `from ${a.name} to ${b.name}` : `from ${b.name} to ${a.name}`
}

function Part({ title, count, children }: { readonly title: string; readonly count: number; readonly children: React.ReactNode }) {
  if (count === 0) return null
  return (
    <section className={styles['part']} aria-label={title}>
      <h2>
        {title} · {count}
      </h2>
      <ul className={list['framed']}>{children}</ul>
    </section>
  )
}
