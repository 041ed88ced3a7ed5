import { useEffect } from 'react'
import { observable, useObservable } from '../observable.ts'
import { type Scope, scopes } from './action.ts'
import { dropHeldKey, holdKey } from './held-key.ts'
import { chordOf, isTyping } from './keys.ts'
import { handlers, resolve } from './registry.ts'

const storageKey = 'weft.single-letter-keys'

/** Whether single letters do something; speech input users switch them off. */
export const singleLetters = observable(true)

export function setSingleLetters(on: boolean): void {
  singleLetters.set(on)
  localStorage.setItem(storageKey, on ? 'on' : 'off')
}

function isScope(name: string | undefined): name is Scope {
  return scopes.some((scope) => scope === name)
}

/** While nothing has the focus, a view may take the keys: its first part that says so. */
function homeScope(element: Element | null): string | undefined {
  return element === document.body ? document.querySelector<HTMLElement>('[data-home-scope]')?.dataset['homeScope'] : undefined
}

/** The scopes around an element, innermost first. A dialog shuts out what is behind it. */
function scopesAround(target: EventTarget | null): readonly Scope[] {
  const element = target instanceof Element ? target : null
  if (element?.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')) return isTyping(target) ? ['text', 'dialog'] : ['dialog']
  const name = element?.closest<HTMLElement>('[data-scope]')?.dataset['scope'] ?? homeScope(element)
  const inner: Scope[] = isScope(name) ? [name] : []
  return isTyping(target) ? ['text'] : [...inner, 'global']
}

const prefixMs = 1_200

/** One listener for all keys of the page. Mount it once. */
export function useKeys(): void {
  const letters = useObservable(singleLetters)
  useEffect(() => {
    singleLetters.set(localStorage.getItem(storageKey) !== 'off')
  }, [])
  useEffect(() => {
    let prefix: { text: string; at: number } | null = null
    function onKeyDown(event: KeyboardEvent): void {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      dropHeldKey()
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      if (!letters && /^[^+]$|^shift\+.$/.test(chord)) return
      const typed = prefix && event.timeStamp - prefix.at < prefixMs ? `${prefix.text} ${chord}` : chord
      const around = scopesAround(event.target)
      const withMod = chord.includes('mod+') && around[0] === 'text' && !around.includes('dialog') ? [...around, 'global' as const] : around
      const found = resolve(handlers.get(), isTextUndo(chord, around) ? ['text'] : withMod, typed)
      prefix = found === 'prefix' ? { text: typed, at: event.timeStamp } : null
      if (found === null && !event.repeat && event.key !== 'Escape') holdKey(typed, around)
      if (found === null || found === 'prefix') return
      event.preventDefault()
      found.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [letters])
}

/** In a text, undo, copy and the like are the text's own. */
function isTextUndo(chord: string, around: readonly Scope[]): boolean {
  return around.includes('text') && /^mod\+(shift\+)?[zyxcva]$/.test(chord)
}
