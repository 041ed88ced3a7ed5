/** A key press as the registry knows it: modifiers in fixed order, then the key, such as `mod+shift+z`, `alt+ArrowUp`, `?`. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = keyOf(event)
  const isLetter = /^[a-z]$/.test(key)
  const isNamed = event.key.length > 1
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : null,
    event.altKey ? 'alt' : null,
    event.shiftKey && (isLetter || isNamed || event.altKey) ? 'shift' : null,
    key,
  ]
  return parts.filter((part) => part !== null).join('+')
}

/** The letter whatever the layout says; with Alt held some systems send a sign of their own, so the physical key decides there. */
function keyOf({ key, code, altKey }: Pick<KeyboardEvent, 'key' | 'code' | 'altKey'>): string {
  if (altKey && /^(Key|Digit)/.test(code)) return code.replace(/^(Key|Digit)/, '').toLowerCase()
  return /^[A-Z]$/.test(key) ? key.toLowerCase() : key === ' ' ? 'Space' : key
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
