import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useView } from '../../../../lib/client/view.ts'
import { insightActions } from './actions.ts'

function figuresOnScreen(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-figure]')].filter((each) => each.tabIndex >= 0)
}

function focusedFigure(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-figure]') ?? null
}

function move(by: 1 | -1): void {
  const all = figuresOnScreen()
  const focused = focusedFigure()
  const at = focused ? all.indexOf(focused) : by === 1 ? -1 : all.length
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Where the buttons of the figure with the focus are: in it, or for a mark of a drawing in the line below. */
function doing(what: 'show' | 'how'): HTMLElement | null {
  const focused = focusedFigure()
  const id = focused?.dataset['figure']
  const places = id === undefined ? [] : [focused, ...document.querySelectorAll(`[data-figure="${CSS.escape(id)}"]`)]
  for (const place of places) {
    const button = place?.querySelector<HTMLElement>(`[data-do=${what}] :is(a, button)`)
    if (button) return button
  }
  return null
}

/** Goes from figure to figure, and does with the one that has the focus what its buttons do. */
export function useFigureKeys(): void {
  const { view, setView } = useView()
  useAction(insightActions.next, () => move(1))
  useAction(insightActions.previous, () => move(-1))
  useAction(insightActions.show, () => doing('show')?.click())
  useAction(insightActions.how, () => doing('how')?.click())
  useAction(insightActions.table, () => setView({ table: view.table ? null : true }))
}
