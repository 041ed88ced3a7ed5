'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { chainInput } from '../../../../../lib/client/scene-input/chain.ts'
import type { Finding } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'
import type { Part } from '../../../../../lib/layout/draw/mark.ts'
import type { Box } from '../../../../../lib/layout/geometry.ts'
import type { ChainScene } from '../../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../../lib/layout/scene-to-svg.ts'
import { chainJob } from '../../../../components/graph/chain-job.ts'
import { type Emphasis, Marks } from '../../../../components/graph/marks.tsx'
import { useScene } from '../../../../components/graph/use-scene.ts'
import styles from './fit.module.css'

type Lit = { readonly cards: ReadonlySet<string>; readonly edges: ReadonlySet<string> }

/** The cards and lines that a finding is about. */
function litBy(scene: ChainScene, finding: Finding | null): Lit {
  const ids = new Set(finding?.subjects.map(({ id }) => id))
  const isWhole = finding?.rule === 'ring' || finding?.rule === 'chain'
  const edges = scene.edges.filter(
    ({ dependencyIds, fromId, toId }) => dependencyIds.some((id) => ids.has(id)) || (isWhole && ids.has(fromId) && ids.has(toId)),
  )
  const ends = edges.flatMap(({ fromId, toId }) => [fromId, toId])
  const named = scene.cards.filter(({ id, nodeId }) => ids.has(id) || ids.has(nodeId)).map(({ id }) => id)
  return { cards: new Set([...ends, ...named]), edges: new Set(edges.map(({ id }) => id)) }
}

/** So much of the chain is shown at least: a card alone would fill the screen. */
const least = { width: 760, height: 460 }
const margin = 60

/** What has to be in sight: the lit cards with some room around them, else everything. */
function frameOf({ cards, view }: ChainScene, lit: Lit): Box {
  const boxes = cards.filter(({ id }) => lit.cards.has(id)).map(({ box }) => box)
  if (boxes.length === 0) return view
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...boxes.map(({ x, width }) => x + width)), Math.max(...boxes.map(({ y, height }) => y + height))]
  const [width, height] = [Math.max(least.width, right - left + margin * 2), Math.max(least.height, bottom - top + margin * 2)]
  const within = (middle: number, size: number, from: number, whole: number) =>
    size >= whole ? from : Math.min(Math.max(middle - size / 2, from), from + whole - size)
  return {
    x: within((left + right) / 2, width, view.x, view.width),
    y: within((top + bottom) / 2, height, view.y, view.height),
    width,
    height,
  }
}

function emphasisBy({ cards, edges }: Lit): (part: Part, id: string) => Emphasis {
  return (part, id) => {
    if (cards.size === 0) return 'plain'
    if (part === 'card') return cards.has(id) ? 'strong' : 'dim'
    if (part === 'dependency') return edges.has(id) ? 'strong' : 'dim'
    return part === 'label' ? (edges.has(id) ? 'plain' : 'dim') : 'plain'
  }
}

/** The chain beside the findings: what the chosen one is about stands out, and is brought into sight. The sentence says the same. */
export function FitChain({ finding }: { readonly finding: Finding | null }) {
  const { snapshot, assessment } = useNetwork()
  const input = useMemo(() => chainInput(snapshot, assessment, { level: 'key-result', isolated: 'show' }), [snapshot, assessment])
  const { scene } = useScene(input, chainJob)
  const marks = useMemo(() => (scene ? drawScene(scene) : []), [scene])
  const lit = useMemo(() => (scene ? litBy(scene, finding) : null), [scene, finding])
  const emphasisOf = useMemo(() => (lit ? emphasisBy(lit) : null), [lit])
  if (!scene || !lit || !emphasisOf) return null
  const { x, y, width, height } = frameOf(scene, lit)
  return (
    <svg className={styles['chain']} viewBox={`${x} ${y} ${width} ${height}`} preserveAspectRatio="xMinYMid" aria-hidden="true" focusable="false">
      <Marks marks={marks} emphasisOf={emphasisOf} />
    </svg>
  )
}
