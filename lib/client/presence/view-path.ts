const mark = 'following'
const longest = 2_000

/** Where a window is, as it tells the others: the path below the network with its query, and whom it follows. */
export function viewPath(path: string, query: string, followed: string | null): string {
  const search = new URLSearchParams(query)
  search.delete(mark)
  if (followed !== null) search.set(mark, followed)
  const below = path.split('/').slice(2).join('/')
  const whole = search.size > 0 ? `${below}?${search}` : below
  return whole.length > longest ? below : whole
}

export type SeenView = {
  /** `chain` of `chain?sel=kr:x`; `settings` of `settings/access` */
  readonly screen: string
  readonly path: string
  /** without the mark of whom the window follows */
  readonly query: string
  readonly sel: string | null
  /** the window that it follows */
  readonly followed: string | null
}

/** What `viewPath` says, read by another window. */
export function readViewPath(view: string): SeenView {
  const [path = '', text = ''] = view.split('?')
  const search = new URLSearchParams(text)
  const followed = search.get(mark)
  search.delete(mark)
  return { screen: path.split('/')[0] ?? '', path, query: search.toString(), sel: search.get('sel'), followed }
}
