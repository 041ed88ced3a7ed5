type Closing = { readonly reason: string; readonly event: Event }

/**
 * Whether something would close only because its own button is pressed or gets the focus. The button closes it by itself; closing
 * it before would make the press open it again.
 */
export function isOwnPress({ reason, event }: Closing, button: HTMLElement | null): boolean {
  if (reason !== 'outside-press' && reason !== 'focus-out') return false
  const related = 'relatedTarget' in event ? event.relatedTarget : null
  return [event.target, related].some((each) => each instanceof Node && button?.contains(each))
}
