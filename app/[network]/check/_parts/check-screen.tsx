'use client'
import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { selfCheck } from '../../../../lib/domain/ritual/self-check.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'
import { NeedLine } from '../../../components/ritual/need-line.tsx'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './check.module.css'
import { ContributionCard } from './contribution-card.tsx'

/** The node in question: the one in the address, else the one that is selected, else the first that has key results. */
function useNodeInQuestion() {
  const { snapshot, assessment } = useNetwork()
  const { selection } = useView()
  const [asked, setNode] = useQueryState('node', parseAsString.withOptions({ history: 'replace', shallow: true }))
  const selected =
    selection?.kind === 'node' ? selection.id : selection?.kind === 'kr' ? (assessment.keyResults.get(selection.id)?.nodeId ?? null) : null
  const nodes = listOf(snapshot, 'node')
  const busy = nodes.find(({ id }) => (assessment.nodes.get(id)?.keyResults ?? 0) > 0)
  const node = find(snapshot, 'node', asked) ?? find(snapshot, 'node', selected) ?? busy ?? nodes[0]
  return { node, nodes, setNode }
}

/** What one node moves, for whom, and through whom. */
export function CheckScreen() {
  const { snapshot, assessment, cycle, slug } = useNetwork()
  const { node, nodes, setNode } = useNodeInQuestion()
  const tone = useAreaTone(node?.areaId ?? null)
  const nodeId = node?.id ?? null
  const check = useMemo(
    () => (nodeId === null ? null : selfCheck(snapshot, assessment, needGraph(snapshot, cycle?.id ?? null), nodeId)),
    [snapshot, assessment, cycle, nodeId],
  )
  if (!node || !check)
    return (
      <EmptyState title="There are no nodes yet" action={<Link href={`/${slug}/outline`}>Add the first node</Link>}>
        The check shows one node’s line to the core: what it moves, for whom, and through whom.
      </EmptyState>
    )
  const gives = [...new Set(check.whoWaits.flatMap(({ dependencyIds }) => dependencyIds))]
  const needs = [...new Set(check.waitsFor.flatMap(({ dependencyIds }) => dependencyIds))]
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Combobox
          label="Node"
          value={node.id}
          options={nodes.map(({ id, name, areaId }) => ({ id, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))}
          onChange={(id) => void setNode(id)}
        />
        <h1 style={{ color: tone?.colour }}>{node.name}</h1>
        <p className={styles['lead']}>
          {check.lines.length === 0
            ? 'has no key result in this cycle yet.'
            : `moves ${counted(check.lines.length, 'key result')}. ${counted(check.whoWaits.length, 'other node')} ${check.whoWaits.length === 1 ? 'waits' : 'wait'} for it; it waits for ${counted(check.waitsFor.length, 'other')}.`}
        </p>
      </header>
      <section aria-labelledby="line-title">
        <h2 id="line-title">Our line to the core</h2>
        {check.lines.length === 0 ? (
          <p className={styles['none']}>
            <Link href={`/${slug}/outline?q=${encodeURIComponent(node.name)}`}>Add a key result in the outline</Link>
          </p>
        ) : (
          <ul className={styles['cards']}>
            {check.lines.map((line) => (
              <li key={line.keyResultId}>
                <ContributionCard line={line} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className={styles['sides']}>
        <Side title="Who waits for us" ids={gives} empty="Nobody has asked this node for anything in this cycle." />
        <Side title="Whom we wait for" ids={needs} empty="This node needs nothing from others in this cycle." />
      </div>
    </div>
  )
}

function Side({ title, ids, empty }: { readonly title: string; readonly ids: readonly string[]; readonly empty: string }) {
  return (
    <section className={styles['side']}>
      <h2>
        {title} <span className={styles['count']}>{ids.length}</span>
      </h2>
      {ids.length === 0 ? (
        <p className={styles['none']}>{empty}</p>
      ) : (
        <ul>
          {ids.map((id) => (
            <li key={id}>
              <NeedLine needId={id} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
