'use client'
import { type CSSProperties, useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { SharedCamera } from '../../../../lib/client/presence/state.ts'
import { mapInput } from '../../../../lib/client/scene-input/map.ts'
import type { WalkChanges } from '../../../../lib/domain/ritual/walk/changes.ts'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import { overlap } from '../../../../lib/layout/geometry.ts'
import { layoutMap } from '../../../../lib/layout/map/map.ts'
import type { MapNode, MapScene } from '../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import { type Emphasis, Marks } from '../../../components/graph/marks.tsx'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import { cardPlaces, labelling } from './card-places.ts'
import styles from './map.module.css'
import { Plane } from './plane.tsx'
import { stepText } from './step-text.ts'

type Props = {
  readonly changes: WalkChanges
  /** pixels for one unit of the map when all of it is seen */
  readonly scale: number
  readonly onOwnMove: () => void
  readonly followed: SharedCamera | null
}

type Label = { readonly node: MapNode; readonly texts: readonly string[]; readonly weight: number }
type Labels = { readonly labels: readonly Label[]; readonly others: readonly Label[] }

function nodesOfNeeds({ dependencies }: ReturnType<typeof useNetwork>['assessment'], ids: readonly string[]): Map<string, number> {
  const broken = new Map<string, number>()
  for (const id of ids) {
    const nodeId = dependencies.get(id)?.supplierNodeId
    if (nodeId) broken.set(nodeId, (broken.get(nodeId) ?? 0) + 1)
  }
  return broken
}

/** The nodes with the largest steps, each with its numbers; a broken promise counts as the largest. */
function useLabels(scene: MapScene, changes: WalkChanges, count: number): Labels {
  const { assessment, snapshot } = useNetwork()
  return useMemo(() => {
    const broken = nodesOfNeeds(assessment, changes.broken)
    const steps = Map.groupBy(changes.steps, ({ nodeId }) => nodeId)
    const all = scene.nodes.flatMap((node): Label[] => {
      const own = steps.get(node.id) ?? []
      const brokenHere = broken.get(node.id) ?? 0
      if (own.length === 0 && brokenHere === 0) return []
      const texts = [
        ...own.slice(0, 2).map(({ points, keyResultId }) => stepText(points, find(snapshot, 'keyResult', keyResultId)?.metric)),
        ...(brokenHere > 0 ? [`✕ ${brokenHere}`] : []),
      ]
      return [{ node, texts, weight: brokenHere * 1000 + Math.max(0, ...own.map(({ points }) => Math.abs(points))) }]
    })
    const sorted = all.toSorted((a, b) => b.weight - a.weight)
    return { labels: sorted.slice(0, count), others: sorted.slice(count) }
  }, [scene, changes, assessment, snapshot, count])
}

/** The map with only what changed at full ink, and by how much. */
export function ChangedMap({ changes, scale, onOwnMove, followed }: Props) {
  const { snapshot, assessment } = useNetwork()
  const scene = useMemo(() => layoutMap(mapInput(snapshot, assessment, {})), [snapshot, assessment])
  const marks = useMemo(() => drawScene(scene), [scene])
  const { size, count } = labelling(scene.view, scale)
  const { labels, others } = useLabels(scene, changes, count)
  const changed = new Set([...labels, ...others].map(({ node }) => node.id))
  const broken = useMemo(
    () =>
      new Set(
        changes.broken.map((id) => {
          const need = assessment.dependencies.get(id)
          return `${need?.supplierNodeId} ${need?.consumerNodeId}`
        }),
      ),
    [changes, assessment],
  )
  const brokenLines = new Set(scene.needs.flatMap(({ id, supplierId, consumerId }) => (broken.has(`${supplierId} ${consumerId}`) ? [id] : [])))
  const emphasisOf = (part: Part, id: string): Emphasis => {
    if (part === 'node') return changed.has(id) ? 'plain' : 'dim'
    if (part === 'need') return brokenLines.has(id) ? 'strong' : 'hidden'
    if (part === 'label') return 'hidden'
    return part === 'exchange' ? 'dim' : 'plain'
  }
  const labelled = new Set(labels.map(({ node }) => node.id))
  const textsOf = (node: MapNode) => others.find((each) => each.node.id === node.id)?.texts ?? []
  const isSpoken = ({ id }: MapNode) => others.some(({ node }) => node.id === id)
  const boxes = cardPlaces(
    scene,
    labels.map(({ node }) => node),
    { size, scale, isSpoken },
  )
  return (
    <Plane label="Map with what changed" frame={scene.view} viewKey="changed" largest={3} onOwnMove={onOwnMove} followed={followed}>
      <svg className={styles['picture']} aria-hidden="true">
        <Marks marks={marks} emphasisOf={emphasisOf} />
        {labels.map(({ node }, at) => {
          const box = boxes[at]
          return box && <Leader key={node.id} node={node} x={box.x + box.width / 2} y={box.y + box.height / 2} />
        })}
      </svg>
      <Core scene={scene} />
      <Areas scene={scene} />
      {scene.nodes.map(
        (node) =>
          !labelled.has(node.id) && !boxes.some((box) => overlap(box, node.box)) && <QuietName key={node.id} node={node} texts={textsOf(node)} />,
      )}
      <ul style={labelSize(size)} aria-label="Nodes that changed">
        {labels.map(({ node, texts }, at) => {
          const box = boxes[at]
          return (
            box && (
              <li key={node.id} className={styles['label']} style={{ left: box.x, top: box.y, ...inkOf(node) }}>
                <span className={styles['name']} data-read="name">
                  {node.name}
                </span>
                <b className={styles['steps']} data-read="number" data-many={texts.length > 1 || undefined}>
                  {texts.join(' ')}
                </b>
              </li>
            )
          )
        })}
      </ul>
    </Plane>
  )
}

/** Guaranteed by CSS: a custom property may be set like any other. */
function labelSize(size: number): CSSProperties {
  return { '--label': size } as CSSProperties
}

function inkOf({ tone }: MapNode): CSSProperties {
  return { borderColor: tone.startsWith('#') ? tone : `var(--${tone})` }
}

function Leader({ node: { box }, x, y }: { readonly node: MapNode; readonly x: number; readonly y: number }) {
  return <path className={styles['leader']} d={`M${box.x + box.width / 2} ${box.y + box.height / 2}L${x} ${y}`} />
}

/** The name of the network in the middle. */
function Core({ scene: { core } }: { readonly scene: MapScene }) {
  const { snapshot } = useNetwork()
  const inner = core.radius * 0.8
  return (
    <span className={styles['core']} style={{ left: core.centre.x - inner, top: core.centre.y - inner, width: 2 * inner, height: 2 * inner }}>
      {networkOf(snapshot).name}
    </span>
  )
}

function Areas({ scene }: { readonly scene: MapScene }) {
  const tones = useAreaTones()
  return scene.areas.map(({ id, name, title }) => {
    const line = title.lines[0]
    if (!line) return null
    const isRight = title.anchor === 'end'
    return (
      <span
        key={id}
        className={classNames(styles['area'], isRight && styles['right'])}
        style={{ left: line.x, top: line.y, color: tones.get(id)?.colour }}
      >
        {name}
      </span>
    )
  })
}

function QuietName({ node: { box, name }, texts }: { readonly node: MapNode; readonly texts: readonly string[] }) {
  return (
    <span className={styles['quiet']} style={{ left: box.x, top: box.y, width: box.width, height: box.height }}>
      {[name, ...texts].join(' ')}
    </span>
  )
}
