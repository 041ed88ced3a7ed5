import { useEffect } from 'react'
import { observable, useObservable } from '../observable.ts'
import { remember, remembered } from '../remembered.ts'
import { type Scope, scopes } from './action.ts'
import { beginChord, begunChord } from './begun-chord.ts'
import { dropHeldKey, holdKey } from './held-key.ts'
import { chordOf, isTyping } from './keys.ts'
import { handlers, resolve, shiftedPrefix } from './registry.ts'

const storageKey = 'weft.single-letter-keys'

/** Whether single letters do something; speech input users switch them off. */
export const singleLetters = observable(true)

export function setSingleLetters(on: boolean): void {
  singleLetters.set(on)
  remember(storageKey, on ? 'on' : 'off')
}

function isScope(name: string | undefined): name is Scope {
  return scopes.some((scope) => scope === name)
}

/**
 * While nothing has the focus, a view may take the keys: its first part that says so. A press on a text or an empty place gives the focus
 * to the content as a whole, as the link that skips to it does.
 */
function homeScope(element: Element | null): string | undefined {
  const home = document.querySelector<HTMLElement>('[data-home-scope]')
  return element?.contains(home) && home ? home.dataset['homeScope'] : undefined
}

/** Parts whose own keys come before those of a drawing in them: what they lead through is shown on it. */
const leading: ReadonlySet<string> = new Set<Scope>(['ritual', 'findings'])

/** The scopes of the parts that an element lies in, innermost first. */
function partsAround(element: Element | null): Scope[] {
  const names: (string | undefined)[] = []
  for (let part = element?.closest<HTMLElement>('[data-scope]'); part; part = part.parentElement?.closest<HTMLElement>('[data-scope]'))
    names.push(part.dataset['scope'])
  const found = [...new Set(names.length > 0 ? names : [homeScope(element)])].filter(isScope)
  return found.some((scope) => leading.has(scope)) ? found.toSorted((a, b) => Number(a === 'drawing') - Number(b === 'drawing')) : found
}

/** The scopes around an element, innermost first. A dialog shuts out what is behind it. */
function scopesAround(target: EventTarget | null): readonly Scope[] {
  const element = target instanceof Element ? target : null
  if (element?.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]')) return isTyping(target) ? ['text', 'dialog'] : ['dialog']
  return isTyping(target) ? ['text'] : [...partsAround(element), 'global']
}

/** The same for a chord with Ctrl or ⌘, which means something while typing, too. */
function scopesFor(chord: string, target: EventTarget | null): readonly Scope[] {
  const around = scopesAround(target)
  if (!chord.includes('mod+') || around[0] !== 'text' || around.includes('dialog')) return around
  const inSession = target instanceof Element && target.closest('[data-scope=ritual]') !== null
  return inSession ? [...around, 'ritual', 'global'] : [...around, 'global']
}

/**
 * Keys that belong to what has the focus: arrows scroll a part that has it to be scrolled; in a session Enter and the space bar press a
 * button, arrows move in a choice.
 */
function isOwnKey(chord: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (chord.startsWith('Arrow') && target.matches('[role=region][tabindex="0"]')) return true
  if (target.closest('[data-scope=ritual]') === null) return false
  if (chord === 'Enter' || chord === 'Space') return target.closest('button, a[href], summary, input[type=checkbox], input[type=radio]') !== null
  return chord.startsWith('Arrow') && target.matches('input[type=radio], input[type=range]')
}

/** One listener for all keys of the page. Mount it once. */
export function useKeys(): void {
  const letters = useObservable(singleLetters)
  useEffect(() => {
    singleLetters.set(remembered(storageKey) !== 'off')
  }, [])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      dropHeldKey()
      if (event.defaultPrevented || event.isComposing) return
      const chord = chordOf(event)
      if (!letters && /^[^+]$|^shift\+.$/.test(chord)) return
      const before = begunChord(event.timeStamp)
      const typed = before === null ? chord : `${before} ${chord}`
      if (isOwnKey(chord, event.target)) return
      const around = scopesFor(chord, event.target)
      const found = resolve(handlers.get(), isTextUndo(chord, around) ? ['text'] : around, typed)
      const begun = found === 'prefix' ? typed : found === null ? shiftedPrefix(handlers.get(), around, typed) : null
      beginChord(begun, event.timeStamp)
      if (begun !== null) return
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
