import { type Box, boxAround, centreOf, overlap } from '../../../lib/layout/geometry.ts'

type Labelled = { readonly id: string; readonly box: Box }

/** The labels that have room when they are written larger than they were laid out; earlier ones come first. */
export function labelsWithRoom(labels: readonly Labelled[], scale: number, taken: readonly Box[]): ReadonlySet<string> {
  const placed: Box[] = [...taken]
  const shown = new Set<string>()
  for (const { id, box } of labels) {
    const large = boxAround(centreOf(box), box.width * scale, box.height * scale)
    if (placed.some((other) => overlap(other, large))) continue
    placed.push(large)
    shown.add(id)
  }
  return shown
}
