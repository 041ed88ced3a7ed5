'use client'
import { Choice } from '../../../components/graph/drawing-bar.tsx'

export type PaperSize = 'A3' | 'A2' | 'A1' | 'A0'

const sizes = (['A3', 'A2', 'A1', 'A0'] as const).map((value) => ({ value, word: value }))

type Props = { readonly size: PaperSize; readonly onChoose: (size: PaperSize) => void }

/** The sheet that the poster is made for: the same drawing, as large as the wall allows. */
export function PosterSize({ size, onChoose }: Props) {
  return <Choice label="Size of the poster" value={size} options={sizes} onChoose={onChoose} />
}
