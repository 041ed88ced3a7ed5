/** A key press as the registry knows it: modifiers in fixed order, then the key, such as `mod+shift+z`, `alt+ArrowUp`, `?`. */
export function chordOf(event: Press): string {
  const key = keyOf(event)
  const saysShift = event.shiftKey && (/^[a-z0-9]$/.test(key) || key.length > 1 || event.altKey)
  const parts = [event.ctrlKey || event.metaKey ? 'mod' : null, event.altKey ? 'alt' : null, saysShift ? 'shift' : null, key]
  return parts.filter((part) => part !== null).join('+')
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * The letter whatever the layout says. With Alt, letters and digits are those of the physical key, because systems make signs of
 * them; so are digits with Shift.
 */
function keyOf({ key, code, altKey, shiftKey }: Press): string {
  if (altKey && /^(Key|Digit)/.test(code)) return code.replace(/^(Key|Digit)/, '').toLowerCase()
  if (shiftKey && /^Digit\d$/.test(code) && !/^[a-z]$/i.test(key)) return digitOrSign(key, code)
  return /^[A-Z]$/.test(key) ? key.toLowerCase() : key === ' ' ? 'Space' : key
}

/** A sign that has a meaning of its own, such as ? on many layouts, stays that sign. */
function digitOrSign(key: string, code: string): string {
  return ['?', '/', '+', '=', '-'].includes(key) ? key : code.slice(-1)
}

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
}

function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}

/** A chord as a person reads it: `⌘Z` on a Mac, `Ctrl+Z` elsewhere; a prefix like `g m` stays two keys. */
export function readable(keys: string): string {
  const apple = isApple()
  const word: Record<string, string> = apple ? { mod: '⌘', alt: '⌥', shift: '⇧' } : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split(/\+(?=.)/)
        .map((part) => word[part] ?? signs[part] ?? (part.length === 1 ? part.toUpperCase() : part))
        .join(apple ? '' : '+'),
    )
    .join(' then ')
}

const typingTypes = new Set(['text', 'search', 'email', 'number', 'url', 'tel', 'password', 'date', 'month', 'week', 'time', 'datetime-local'])

/** Whether a key press there is typing: letters must then stay letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return typingTypes.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable)
}
