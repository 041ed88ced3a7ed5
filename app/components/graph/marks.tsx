import { memo } from 'react'
import { cssOf } from '../../../lib/layout/colour.ts'
import type { Mark, Paint, Part } from '../../../lib/layout/draw/mark.ts'
import type { TextBlock } from '../../../lib/layout/scene.ts'
import styles from './marks.module.css'

/** How strongly a part of a drawing stands out. */
export type Emphasis = 'hidden' | 'dim' | 'plain' | 'strong'

function painted(paint: Paint) {
  return {
    fill: paint.fill ? cssOf(paint.fill) : 'none',
    ...(paint.fillOpacity === undefined ? {} : { fillOpacity: paint.fillOpacity }),
    ...(paint.stroke ? { stroke: cssOf(paint.stroke), strokeLinejoin: 'round' as const } : {}),
    ...(paint.strokeOpacity === undefined ? {} : { strokeOpacity: paint.strokeOpacity }),
    ...(paint.strokeWidth === undefined ? {} : { strokeWidth: paint.strokeWidth }),
    ...(paint.dash ? { strokeDasharray: paint.dash } : {}),
    ...(paint.cap ? { strokeLinecap: paint.cap } : {}),
  }
}

function upward({ isUpward, lines: [first] }: TextBlock): string | undefined {
  return isUpward && first ? `rotate(-90 ${first.x} ${first.y})` : undefined
}

function Shape({ mark }: { mark: Exclude<Mark, { shape: 'group' }> }) {
  switch (mark.shape) {
    case 'rect':
      return <rect {...mark.box} rx={mark.radius} {...painted(mark.paint)} />
    case 'path':
      return <path d={mark.d} {...painted(mark.paint)} />
    case 'text':
      return (
        <text
          fontSize={mark.block.size}
          fontWeight={mark.block.weight}
          textAnchor={mark.block.anchor}
          fill={cssOf(mark.ink)}
          transform={upward(mark.block)}
        >
          {mark.block.lines.map((line) => (
            <tspan key={line.y} x={line.x} y={line.y}>
              {line.text}
            </tspan>
          ))}
        </text>
      )
  }
}

type Group = Extract<Mark, { shape: 'group' }>

/** Lines have a wide invisible twin, so that a pointer finds them. */
const linePart: Partial<Record<Part, true>> = { exchange: true, need: true, dependency: true }

function GroupMark({ mark, emphasis }: { mark: Group; emphasis: Emphasis }) {
  const line = linePart[mark.part] ? mark.children.find((child) => child.shape === 'path') : undefined
  return (
    <g data-part={mark.part} data-id={mark.id} data-ink={emphasis} className={styles['part']}>
      {line?.shape === 'path' && <path d={line.d} className={styles['reach']} data-line={mark.id} />}
      {mark.children.map((child, at) =>
        child.shape === 'group' ? <GroupMark key={child.id} mark={child} emphasis={emphasis} /> : <Shape key={at} mark={child} />,
      )}
    </g>
  )
}

const MemoGroup = memo(GroupMark)

type MarksProps = { readonly marks: readonly Mark[]; readonly emphasisOf: (part: Part, id: string) => Emphasis }

/** Paints the marks of a scene, in order; only what changes its emphasis is painted again. */
export function Marks({ marks, emphasisOf }: MarksProps) {
  return marks.map((mark, at) =>
    mark.shape === 'group' ? (
      <MemoGroup key={`${mark.part}:${mark.id}`} mark={mark} emphasis={emphasisOf(mark.part, mark.id)} />
    ) : (
      <Shape key={at} mark={mark} />
    ),
  )
}
