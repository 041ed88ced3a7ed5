/** Presses the button that has the focus, where a key of the walk would otherwise take its press away; says whether there was one. */
export function pressFocused(): boolean {
  const focused = document.activeElement
  if (!(focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement)) return false
  focused.click()
  return true
}
