import { Calm } from '../../_parts/calm.tsx'
import { FigureGhost, FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { FigureList } from './figure-list.tsx'

/** Where plan and value network do not meet: needs without an exchange, and exchanges that no key result uses. */
export function Missing({ looked: { results }, figure }: ThemeProps) {
  const ids = results.promises?.needsWithoutExchange
  const unused = figure('unused')
  return (
    <Section
      title="Missing relationships"
      says="Needs between nodes that exchange nothing, and exchanges on which no key result of this cycle rests."
    >
      {unused ? <FigureLine figure={unused} /> : <FigureGhost name="Used by no key result" />}
      {ids?.length === 0 && <Calm>Under every need between nodes there is an exchange.</Calm>}
      {ids && ids.length > 0 && <FigureList ids={ids.map((id) => `missing:${id}`)} figure={figure} />}
    </Section>
  )
}
