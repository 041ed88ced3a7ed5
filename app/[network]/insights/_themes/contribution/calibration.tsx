import { Calm } from '../../_parts/calm.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

/** What was said against what came true, once key results are graded. */
export function Calibration({ figure }: ThemeProps) {
  const own = figure('calibration')
  return (
    <Section title="Said and came true">
      {own ? <FigureLine figure={own} /> : <Calm>Grade key results at the end of the cycle to see how right confidence was.</Calm>}
    </Section>
  )
}
