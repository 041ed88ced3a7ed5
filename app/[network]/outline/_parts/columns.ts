/** The columns of the outline; `title` is always the first. */
export const columnSets = {
  check: ['title', 'value', 'status', 'progress', 'confidence', 'due', 'owner', 'links'],
  plan: ['title', 'aim', 'due', 'owner', 'goals', 'links'],
  review: ['title', 'value', 'progress', 'grade', 'status', 'confidence'],
} as const

export type ColumnSet = keyof typeof columnSets
/** Of a set, or the one for numbers of the network, which is there while the address asks for them. */
export type ColumnId = (typeof columnSets)[ColumnSet][number] | 'number'

type Column = {
  readonly name: string
  readonly width: string
  readonly px: number /** the higher, the longer it stays when room is short */
  readonly worth: number
}

export const columns: Record<ColumnId, Column> = {
  title: { name: 'Title', width: 'minmax(240px, 1fr)', px: 320, worth: 9 },
  value: { name: 'Value', width: '150px', px: 150, worth: 7 },
  aim: { name: 'From → to', width: '190px', px: 190, worth: 7 },
  status: { name: 'Status', width: '172px', px: 172, worth: 8 },
  progress: { name: 'Progress', width: '156px', px: 156, worth: 6 },
  confidence: { name: 'Confidence', width: '112px', px: 112, worth: 5 },
  due: { name: 'Due', width: '98px', px: 98, worth: 4 },
  owner: { name: 'Owner', width: '120px', px: 120, worth: 3 },
  goals: { name: 'Goals', width: '180px', px: 180, worth: 3 },
  grade: { name: 'Grade', width: '84px', px: 84, worth: 6 },
  links: { name: 'Needs · gives', width: '108px', px: 108, worth: 2 },
  number: { name: 'Number', width: '148px', px: 148, worth: 8 },
}

export function isColumnSet(text: string | null): text is ColumnSet {
  return text !== null && Object.hasOwn(columnSets, text)
}

/** The columns of a set, with the one for numbers where it is asked for, that fit into a width; those of the least worth go first. */
export function columnsFor(set: ColumnSet, width: number, hasNumbers = false): ColumnId[] {
  const shown: ColumnId[] = [...columnSets[set], ...(hasNumbers ? (['number'] as const) : [])]
  const room = () => shown.reduce((sum, id) => sum + columns[id].px, 0)
  while (shown.length > 1 && room() > width) {
    const least = shown.reduce((worst, id) => (columns[id].worth < columns[worst].worth ? id : worst))
    shown.splice(shown.indexOf(least), 1)
  }
  return shown
}
