import { boxAround, centreOf, grow, type Point, round1 } from '../geometry.ts'
import type { ChangeKind } from '../input.ts'
import type { MapNode, SceneChanges, TextBlock } from '../scene.ts'
import { textBlock, textWidth } from '../text.ts'
import type { Ink } from '../tokens.ts'
import { group, type Mark, type Paint, type Part, path, rect, text } from './mark.ts'

/** Parts that are quiet in a drawing that compares, unless they changed. */
const quietable: ReadonlySet<Part> = new Set(['node', 'exchange', 'need', 'card', 'dependency', 'band', 'label'])
const lines: ReadonlySet<Part> = new Set(['exchange', 'need', 'dependency'])
const grounds: ReadonlySet<Ink> = new Set(['bg', 'raised', 'canvas', 'on-badge'])

function quietInk<I extends Ink | undefined>(ink: I): I | 'border' {
  return ink === undefined || grounds.has(ink) || ink.endsWith('-t') ? ink : 'border'
}

function repaint(paint: Paint, change: (ink: Ink) => Ink): Paint {
  return { ...paint, ...(paint.fill ? { fill: change(paint.fill) } : {}), ...(paint.stroke ? { stroke: change(paint.stroke) } : {}) }
}

/** Everything in one quiet ink; words stay readable. */
function quiet(mark: Mark): Mark {
  switch (mark.shape) {
    case 'group':
      return { ...mark, children: mark.children.map(quiet) }
    case 'text':
      return { ...mark, ink: 'text-3' }
    case 'rect':
    case 'path':
      return { ...mark, paint: repaint(mark.paint, quietInk) }
  }
}

function strike({ lines: rows, size, weight, anchor }: TextBlock): Mark[] {
  return rows.map(({ text: words, x, y }) => {
    const width = textWidth(words, size, weight)
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    const middle = round1(y - size * 0.32)
    return path(`M${round1(left)} ${middle}L${round1(left + width)} ${middle}`, { stroke: 'removed', strokeWidth: 1.4 })
  })
}

/** Hollow, its words struck. */
function removedItem(children: readonly Mark[]): Mark[] {
  const outline = children.findIndex(({ shape }) => shape === 'rect')
  return children.flatMap((child, at): Mark[] => {
    if (child.shape === 'rect' && at === outline) return [{ ...child, paint: { fill: 'canvas', stroke: 'removed', strokeWidth: 1.6, dash: '5 4' } }]
    if (child.shape === 'text') return [{ ...child, ink: 'text-3' }, ...strike(child.block)]
    return [quiet(child)]
  })
}

function outlined(children: readonly Mark[], ink: ChangeKind, strokeWidth: number): Mark[] {
  const outline = children.findIndex(({ shape }) => shape === 'rect')
  return children.map((child, at) =>
    child.shape === 'rect' && at === outline ? { ...child, paint: { ...child.paint, stroke: ink, strokeOpacity: 1, strokeWidth } } : child,
  )
}

const dashOf: Readonly<Record<ChangeKind, { dash?: string; width: number }>> = {
  added: { width: 2.8 },
  removed: { dash: '3 5', width: 1.8 },
  changed: { width: 2.2 },
}

/** A line in the ink of its change: solid where it came, broken where it went. */
function changedLine(children: readonly Mark[], kind: ChangeKind): Mark[] {
  const { dash, width } = dashOf[kind]
  return children.map((child) => {
    if (child.shape !== 'path') return child
    if (!child.paint.stroke) return { ...child, paint: { fill: kind } }
    const { dash: own, ...paint } = child.paint
    const kept = kind === 'changed' ? own : dash
    return { ...child, paint: { ...paint, stroke: kind, strokeOpacity: 1, strokeWidth: width, ...(kept ? { dash: kept } : {}) } }
  })
}

function inkText(children: readonly Mark[], ink: Ink): Mark[] {
  return children.map((child) =>
    child.shape === 'text' ? { ...child, ink } : child.shape === 'rect' ? { ...child, paint: { ...child.paint, stroke: ink } } : child,
  )
}

function changedGroup(mark: Extract<Mark, { shape: 'group' }>, kind: ChangeKind): Mark {
  if (mark.part === 'label') return { ...mark, children: inkText(mark.children, kind) }
  if (lines.has(mark.part)) return { ...mark, children: changedLine(mark.children, kind) }
  if (kind === 'removed') return { ...mark, children: removedItem(mark.children) }
  return { ...mark, children: outlined(mark.children, kind, kind === 'added' ? 2.8 : 2) }
}

/** What a label stands at: any line with its id. */
function changeOf({ items }: SceneChanges, part: Part, id: string) {
  if (part !== 'label') return items[`${part}:${id}`]
  return items[`exchange:${id}`] ?? items[`need:${id}`] ?? items[`dependency:${id}`]
}

/**
 * The marks of a drawing that compares two moments: what came is solid, what went is hollow and struck, what changed has an outline of its
 * own, all else is quiet. Shapes tell it as well as colours.
 *
 * Cost O(marks).
 */
export function drawChanged(marks: readonly Mark[], changes: SceneChanges): Mark[] {
  return marks.map((mark) => {
    if (mark.shape !== 'group' || !quietable.has(mark.part)) return mark
    const change = changeOf(changes, mark.part, mark.id)
    if (!change) return mark.part === 'band' ? mark : quiet(mark)
    return changedGroup(mark, change.kind)
  })
}

const radius = 8.5
const glyphs: Readonly<Record<ChangeKind, (at: Point) => string>> = {
  added: ({ x, y }) => `M${round1(x - 4)} ${round1(y)}L${round1(x + 4)} ${round1(y)}M${round1(x)} ${round1(y - 4)}L${round1(x)} ${round1(y + 4)}`,
  removed: ({ x, y }) => `M${round1(x - 4)} ${round1(y)}L${round1(x + 4)} ${round1(y)}`,
  changed: ({ x, y }) =>
    `M${round1(x - 4.5)} ${round1(y + 1.2)}Q${round1(x - 2.2)} ${round1(y - 3.4)} ${round1(x)} ${round1(y)}Q${round1(x + 2.2)} ${round1(y + 3.4)} ${round1(x + 4.5)} ${round1(y - 1.2)}`,
}

/** The signs of what changed: plus, minus or a wave on a disc, with the number where a mark stands for several records. Cost O(signs). */
export function drawSigns({ signs }: SceneChanges): Mark[] {
  return signs.map(({ key, at, kind, count }) => {
    const words = count > 1 ? `${count}` : ''
    const extra = words === '' ? 0 : textWidth(words, 12, 700) + 4
    const box = { ...boxAround(at, 2 * radius, 2 * radius), width: 2 * radius + extra }
    return group('sign', key, [
      rect(grow(box, 1.5), radius + 1.5, { fill: 'bg' }),
      rect(box, radius, { fill: kind }),
      path(glyphs[kind](at), { stroke: 'on-badge', strokeWidth: 2, cap: 'round' }),
      text(textBlock(words, { size: 12, weight: 700, at: { x: at.x + radius - 1, y: at.y + 4.3 }, width: 40 }), 'on-badge'),
    ])
  })
}

/** Where nodes stood before they were moved, with a way from there. Cost O(nodes). */
export function drawStood(nodes: readonly MapNode[]): Mark[] {
  return nodes.flatMap(({ id, box, stood }) => {
    if (!stood) return []
    const [from, to] = [centreOf(stood), centreOf(box)]
    return [
      group('stood', id, [
        rect(stood, 10, { stroke: 'changed', strokeWidth: 1.2, dash: '2 4' }),
        path(`M${round1(from.x)} ${round1(from.y)}L${round1(to.x)} ${round1(to.y)}`, { stroke: 'changed', strokeWidth: 1.2, dash: '2 4' }),
      ]),
    ]
  })
}
