'use client'

import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Selection } from '../../../../lib/client/view.ts'
import type { Overlay } from '../../../../lib/domain/measure/overlay/overlay.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import { NumberTag, withNumber } from '../../../components/figure/number-tag.tsx'
import { changeAt, withChange } from '../../../components/graph/item-change.ts'
import { MarkButton } from '../../../components/graph/mark-button.tsx'
import type { ItemEvents } from '../../../components/graph/use-drawing.ts'
import type { Walk } from '../../../components/graph/walk.ts'
import { WordLines } from '../../../components/graph/word-lines.tsx'
import { counted } from '../../../components/graph/words.ts'
import styles from './map-drawing.module.css'
import { areaItemId, coreId, recordOf } from './map-walk.ts'
import { nodeInWords } from './map-words.ts'
import { type Detail, NodeFace } from './node-face.tsx'
import type { EmphasisOf } from './use-emphasis.ts'

/** From which scale on the count behind a number is written beside it. */
const roomyFrom = 0.58

type ItemsProps = {
  readonly scene: MapScene
  readonly walk: Walk
  readonly name: string
  readonly detail: Detail
  readonly scale: number
  readonly current: string | null
  readonly selected: Selection | null
  readonly emphasisOf: EmphasisOf
  readonly events: ItemEvents
  /** the numbers that the nodes carry; null where they carry none */
  readonly overlay: Overlay | null
}

/** How an item of the map is named among the changes. */
function changeKey(itemId: string): string {
  const record = recordOf(itemId)
  return record ? `${record.kind}:${record.id}` : itemId
}

function coreInWords(scene: MapScene, name: string): string {
  return [`Core of ${name}: ${scene.core.title.full}`, scene.core.caption?.full].filter(Boolean).join(', ')
}

/** The buttons of a map, grouped by area: what can be focused, pressed and read out. */
export function MapItems({ scene, walk, name, detail, scale, current, selected, emphasisOf, events, overlay }: ItemsProps) {
  const { snapshot, assessment } = useNetwork()
  const button = (id: string, words: string) => {
    const record = recordOf(id)
    return {
      id,
      box: walk.items.get(id) ?? scene.view,
      name: withChange(words, scene.changes, changeKey(id)),
      change: changeAt(scene.changes, changeKey(id)),
      isCurrent: current === id,
      isOpen: record !== null && record.kind === selected?.kind && record.id === selected.id,
      events,
    }
  }
  return (
    <>
      <MarkButton {...button(coreId, coreInWords(scene, name))} isDim={false} isRound>
        {detail === 'name' && (
          <span className={styles['core']}>
            <WordLines text={scene.core.title.full} width={2 * (scene.core.radius - 20) * scale} most={3} />
          </span>
        )}
      </MarkButton>
      {scene.areas.map((area) => (
        <div key={area.id} role="group" aria-label={area.name} className={styles['area']}>
          <MarkButton {...button(areaItemId(area.id), `${area.name}, value area, ${counted(area.nodeCount, 'node')}`)} isDim={false} />
          {scene.nodes
            .filter(({ areaId }) => areaId === area.id)
            .map((node) => (
              <MarkButton
                key={node.id}
                {...button(node.id, withNumber(nodeInWords(snapshot, assessment, node.id), overlay?.nodes.get(node.id)))}
                isDim={emphasisOf('node', node.id) === 'dim'}
              >
                <NodeFace id={node.id} name={node.name} detail={detail} scale={scale} />
                <NumberTag number={overlay?.nodes.get(node.id)} hasRoom={scale >= roomyFrom} />
              </MarkButton>
            ))}
        </div>
      ))}
    </>
  )
}
