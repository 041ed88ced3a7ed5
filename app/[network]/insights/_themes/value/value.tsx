'use client'
import { Calm } from '../../_parts/calm.tsx'
import { FigureGhost, FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { Areas } from './areas.tsx'
import { Coverage } from './coverage.tsx'
import { Gaps } from './gaps.tsx'
import { Missing } from './missing.tsx'
import { OneNode } from './one-node.tsx'

/** What is exchanged: between areas, by one node, seen by both sides, on every level, and what plan and value network say of each other. */
export function Value(theme: ThemeProps) {
  if (theme.looked.snapshot.tables.exchange.size === 0)
    return <Calm way="map">No exchange is drawn yet. On the map, select a node and say what it gives to another one.</Calm>
  return (
    <>
      <Areas {...theme} />
      <OneNode {...theme} />
      <Gaps {...theme} />
      <Informal {...theme} />
      <Missing {...theme} />
      <Coverage {...theme} />
    </>
  )
}

function Informal({ figure }: ThemeProps) {
  const own = figure('informal')
  return <Section title="Formal and informal">{own ? <FigureLine figure={own} /> : <FigureGhost name="Formal and informal" />}</Section>
}
