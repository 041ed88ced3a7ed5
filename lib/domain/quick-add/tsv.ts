/** What the signs at the beginning of a cell would make a spreadsheet do: run it as a formula. */
const dangerous = /^[=+\-@\t\r]/
const guarded = /^'[=+\-@\t\r']/

export type Delimiter = '\t' | ',' | ';'

export type Cell = string | number | null

/**
 * Splits rows copied from a spreadsheet into cells. A cell in quotation marks may hold tabs, line ends and doubled
 * quotation marks; a quotation mark anywhere else is text.
 *
 * @param delimiter the sign between cells: a tab in what is copied from a spreadsheet, a comma or semicolon in files
 * @returns one list of cells for each row; rows of spaces only are left out
 * Cost O(length).
 */
export function splitRows(text: string, delimiter: Delimiter = '\t'): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    row.push(withoutGuard(cell.text))
    const separator = text[cell.end]
    at = cell.end + (separator === '\r' && text[cell.end + 1] === '\n' ? 2 : 1)
    if (separator === delimiter) continue
    rows.push(row)
    row = []
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

/**
 * The sign that parts the cells of a text: a tab where there is one in the first line, else the more frequent of comma and semicolon.
 *
 * Cost O(length of the first line).
 */
export function delimiterIn(text: string): Delimiter {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1)
  if (line.includes('\t')) return '\t'
  return line.split(';').length > line.split(',').length ? ';' : ','
}

type Read = { readonly text: string; readonly end: number }

function plainCell(text: string, start: number, delimiter: Delimiter): Read {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** A quotation mark that is never closed, or is followed by more text, is a plain one. */
function quotedCell(text: string, start: number, delimiter: Delimiter): Read {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  const next = close < 0 ? '' : text[close + 1]
  if (close < 0 || (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r')) return plainCell(text, start, delimiter)
  return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
}

function withoutGuard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = dangerous.test(cell) || guarded.test(cell) ? `'${cell}` : cell
  return /["\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Writes rows for a spreadsheet. Text that a spreadsheet would run as a formula gets an apostrophe before it; `splitRows` takes
 * it away again. Numbers stay numbers, negative ones too.
 *
 * Cost O(length).
 */
export function joinRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\n')
}
