'use client'

import { type PointerEvent, type RefObject, useState } from 'react'
import { contains } from '../../../../lib/layout/geometry.ts'
import type { MapNode, MapScene } from '../../../../lib/layout/scene.ts'
import { askExchange } from '../../../components/graph/connect-prompts.ts'
import type { ZoomHandle } from '../../../components/graph/use-zoom.ts'
import styles from './connect-handle.module.css'

type HandleProps = {
  readonly node: MapNode
  readonly scene: MapScene
  readonly zoom: RefObject<ZoomHandle | null>
  readonly onEnter: () => void
  readonly onLeave: () => void
}

type Place = { readonly x: number; readonly y: number }

function nodeAt(scene: MapScene, { x, y }: Place, except: string): MapNode | undefined {
  return scene.nodes.find(({ id, box }) => id !== except && contains(box, { x, y, width: 0, height: 0 }))
}

/** Drawn out to another node it makes an exchange; pressed, it asks for the other node in a list. */
export function ConnectHandle({ node, scene, zoom, onEnter, onLeave }: HandleProps) {
  const [end, setEnd] = useState<Place | null>(null)
  const start = { x: node.box.x + node.box.width, y: node.box.y + node.box.height / 2 }
  const target = end ? nodeAt(scene, end, node.id) : undefined

  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    setEnd(start)
  }
  const follow = (event: PointerEvent) => {
    if (end && zoom.current) setEnd(zoom.current.toWorld(event.clientX, event.clientY))
  }
  const drop = (event: PointerEvent) => {
    if (!end) return
    setEnd(null)
    if (target) askExchange({ fromNodeId: node.id, toNodeId: target.id })
    else if (Math.hypot(end.x - start.x, end.y - start.y) < 12) askExchange({ fromNodeId: node.id })
    event.preventDefault()
  }
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles['handle']}
        style={{ left: start.x, top: start.y }}
        data-mark=""
        aria-label={`Draw an exchange from ${node.name}`}
        title="Drag to another node: what is given? (E)"
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={drop}
        onPointerCancel={() => setEnd(null)}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
      >
        +
      </button>
      {end && (
        <svg className={styles['line']} aria-hidden="true">
          <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
          {target && <rect x={target.box.x - 4} y={target.box.y - 4} width={target.box.width + 8} height={target.box.height + 8} rx={13} />}
        </svg>
      )}
    </>
  )
}
