import { catalogue, type Scope } from './action.ts'
import { type Handler, handlers, resolve } from './registry.ts'

/** How long a key waits for what it belongs to. */
const holdMs = 2_000

type Held = { readonly typed: string; readonly around: readonly Scope[]; readonly focus: Element | null }

/** Whether some action of these scopes has the chord, whether or not anything on the screen handles it now. */
function isKnown({ typed, around }: Held): boolean {
  return catalogue().some(({ scope, keys }) => around.includes(scope) && keys?.includes(typed))
}

function handlerOf({ typed, around, focus }: Held): Handler | null {
  const found = document.activeElement === focus ? resolve(handlers.get(), around, typed) : null
  return found === 'prefix' ? null : found
}

let drop: (() => void) | null = null

/** Forgets the key that waits: another key or a press came. */
export function dropHeldKey(): void {
  drop?.()
}

/**
 * Keeps a key whose part of the screen is only being loaded, and runs it as soon as that part is there: unless another key, a press or a
 * change of the focus comes before, or it takes too long. A key that no action has is let go. Says whether it is kept.
 */
export function holdKey(typed: string, around: readonly Scope[]): boolean {
  dropHeldKey()
  const held: Held = { typed, around, focus: document.activeElement }
  if (!isKnown(held)) return false
  const run = () => {
    const handler = handlerOf(held)
    if (!handler) return
    dropHeldKey()
    // the part runs it once it is wholly there, and not in the middle of being put on the screen
    queueMicrotask(handler.run)
  }
  const timer = setTimeout(dropHeldKey, holdMs)
  const stop = handlers.subscribe(run)
  document.addEventListener('pointerdown', dropHeldKey, { capture: true, once: true })
  drop = () => {
    drop = null
    clearTimeout(timer)
    stop()
    document.removeEventListener('pointerdown', dropHeldKey, { capture: true })
  }
  return true
}
