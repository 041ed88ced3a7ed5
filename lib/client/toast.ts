import { observable } from './observable.ts'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** The messages on the screen, oldest first. */
export const toasts = observable<readonly Toast[]>([])

/** What the polite live region says now. */
export const announcement = observable('')

const most = 3
let lastId = 0

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((each) => each.id !== id))
}

export function showToast(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): number {
  lastId += 1
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', ...(options.action ? { action: options.action } : {}) }
  toasts.set([
    ...toasts
      .get()
      .filter((each) => each.text !== text)
      .slice(1 - most),
    toast,
  ])
  return toast.id
}

/** Says something to screen readers without showing it. */
export function announce(text: string): void {
  announcement.set(announcement.get() === text ? `${text}\u00A0` : text)
}
