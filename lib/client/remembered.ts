/** What this browser keeps at a place; null where there is nothing, and where it forbids storage. */
export function remembered(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

/** Keeps a text; where the browser is full or forbids storage, it stands on the page alone. */
export function remember(place: string, text: string): void {
  try {
    localStorage.setItem(place, text)
  } catch {
    // what was chosen holds until the page is left
  }
}

/** The words that this browser keeps at a place; none where there is nothing, or something else. */
export function rememberedList(place: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(remembered(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
