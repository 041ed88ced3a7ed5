'use client'
import legend from '../../../components/graph/legend.module.css'
import { Legend, useLegend } from '../../../components/graph/legend.tsx'
import { MarkGlyph } from './mark-glyph.tsx'

const marks = [
  ['needed', 'needed on'],
  ['promised', 'promised for'],
  ['proposed', 'another day, proposed'],
  ['delivered', 'delivered'],
  ['accepted', 'accepted'],
  ['kept', 'kept, day unknown'],
  ['broken', 'refused'],
  ['now', 'late, until today'],
  ['asked', 'asked'],
] as const

const lines = [
  ['slack', 'M1 5H33', { stroke: 'var(--on-track)', strokeWidth: 1.4, strokeDasharray: '2 3' }, 'room before it is needed'],
  ['saw', 'M1 7l3-4 3 4 3-4 3 4 3-4 3 4 3-4 3 4 3-4 3 4', { stroke: 'var(--off-track)', strokeWidth: 1.8 }, 'promised after it is needed'],
  ['late', 'M1 5H33', { stroke: 'var(--off-track)', strokeWidth: 5 }, 'late'],
] as const

/** What the marks of the timeline mean. */
export function TimelineLegend() {
  const [isOpen, toggle] = useLegend('timeline')
  return (
    <Legend isOpen={isOpen} onToggle={toggle}>
      {marks.map(([kind, word]) => (
        <li key={kind}>
          <span className={legend['glyph']}>
            <MarkGlyph kind={kind} />
          </span>
          {word}
        </li>
      ))}
      {lines.map(([key, d, paint, word]) => (
        <li key={key}>
          <svg width="34" height="10" aria-hidden="true" focusable="false">
            <path d={d} fill="none" {...paint} />
          </svg>
          {word}
        </li>
      ))}
    </Legend>
  )
}
