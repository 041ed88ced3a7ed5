import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * A part keeps the focus that it has when what held it goes: it takes it itself.
 *
 * @param shown changes with what the part shows
 * @returns what the part listens to
 */
export function useKeptFocus(part: RefObject<HTMLElement | null>, shown: string) {
  const holds = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has taken the focus along
  useEffect(() => {
    const focused = document.activeElement
    const isLost = focused === null || focused === document.body || focused.matches(':disabled')
    if (holds.current && isLost) part.current?.focus({ preventScroll: true })
  }, [part, shown])
  return {
    onFocus: () => {
      holds.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) holds.current = false
    },
  }
}
