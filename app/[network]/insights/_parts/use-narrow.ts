import { useSyncExternalStore } from 'react'

/** Below this there is no room for a figure beside its bars; the style of bars knows the same width. */
const narrow = '(max-width: 900px)'

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** Whether the window is narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(narrow).matches,
    () => false,
  )
}
