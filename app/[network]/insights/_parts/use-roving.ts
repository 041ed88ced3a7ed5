import { type KeyboardEvent, useState } from 'react'

type Roving = {
  /** the mark that Tab reaches */
  readonly current: string | null
  readonly markProps: (id: string) => { readonly tabIndex: 0 | -1; readonly onFocus: () => void; readonly 'data-mark': string }
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** One stop of Tab for all marks of a drawing; arrows go from one to the next. */
export function useRoving(ids: readonly string[]): Roving {
  const [chosen, setChosen] = useState<string | null>(null)
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = moves[event.key]
    const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mark]')]
    const at = event.target instanceof HTMLElement ? marks.indexOf(event.target) : -1
    if (!move || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    marks[move(at, marks.length - 1)]?.focus()
  }
  const markProps = (id: string) => ({ tabIndex: id === current ? (0 as const) : (-1 as const), onFocus: () => setChosen(id), 'data-mark': id })
  return { current, markProps, onKeyDown }
}
