const storageKey = 'weft.palette.recent'
const most = 12

/** What was chosen in the palette lately, latest first. */
export function recentIds(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function remember(id: string): void {
  localStorage.setItem(storageKey, JSON.stringify([id, ...recentIds().filter((each) => each !== id)].slice(0, most)))
}
