import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback } from 'react'

export const themes = [
  { key: 'promises', name: 'Promises' },
  { key: 'risk', name: 'Risk' },
  { key: 'contribution', name: 'Contribution' },
  { key: 'resilience', name: 'Resilience' },
  { key: 'value', name: 'Value exchanged' },
  { key: 'alignment', name: 'Alignment' },
] as const

export type ThemeKey = (typeof themes)[number]['key']

const parsers = {
  /** id of a goal or of a key result */
  goal: parseAsString,
  theme: parseAsStringLiteral(themes.map(({ key }) => key)).withDefault('promises'),
}

/** What the address says about insights: the goal they are about, and the theme that is open. */
export function useInsightsAddress() {
  const [{ goal, theme }, set] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const setGoal = useCallback((id: string | null) => void set({ goal: id }), [set])
  const setTheme = useCallback((key: ThemeKey) => void set({ theme: key }), [set])
  return { goal, theme, setGoal, setTheme }
}
