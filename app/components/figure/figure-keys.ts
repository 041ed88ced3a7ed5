import { begunChord } from '../../../lib/client/actions/begun-chord.ts'
import { singleLetters } from '../../../lib/client/actions/use-keys.ts'

/** The first way to a drawing, or what is behind the button, of the figure with the focus. */
const doings: Readonly<Record<string, string>> = { l: '[data-do=show] a', h: 'button[popovertarget]' }

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>

/** What in a figure a key presses, as a selector; null for a key of somebody else: one with another one held, the second of a chord. */
export function figureKey({ key, shiftKey, ctrlKey, metaKey, altKey, timeStamp }: Press): string | null {
  if (shiftKey || ctrlKey || metaKey || altKey || !singleLetters.get() || begunChord(timeStamp) !== null) return null
  return doings[key.toLowerCase()] ?? null
}
