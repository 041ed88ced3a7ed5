/** A reader of the part of CommonMark that could be taken for markup: what it finds, a wiki would find. */

const punctuation = /[!-/:-@[-`{-~]/
const markup = new Set(['*', '_', '`', '[', ']', '~', '|', '$', '<'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of a line; markup that is not escaped is shown as `⟦sign⟧`, so that a comparison fails. */
export function inlineText(line: string): string {
  const block = /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|>|(?:-\s*){3,}$|=+\s*$)/.exec(line)
  const start = block ? `⟦${block[0]}⟧` : ''
  let text = start
  for (let at = block ? block[0].length : 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    const entity = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));/i.exec(line.slice(at))
    if (sign === '\\' && punctuation.test(line.charAt(at + 1))) {
      text += line.charAt(at + 1)
      at += 1
    } else if (entity) {
      text += entities[entity[3] ?? ''] ?? `⟦${entity[0]}⟧`
      at += entity[0].length - 1
    } else text += markup.has(sign) ? `⟦${sign}⟧` : sign
  }
  return text
}

export type Page = {
  readonly headings: readonly string[]
  readonly items: number
  readonly rows: number
  /** how many cells each row has */
  readonly cells: readonly number[]
  readonly links: readonly string[]
}

/** What a page consists of. */
export function parseMarkdown(page: string): Page {
  const lines = page.split(/\r\n|[\n\r\u2028\u2029]/)
  const rows = lines.filter((line) => line.startsWith('|'))
  return {
    headings: lines.flatMap((line) => {
      const heading = /^#{1,6}(?: (.*)|)$/.exec(line)
      return heading ? [inlineText(heading[1] ?? '')] : []
    }),
    items: lines.filter((line) => /^\s*[-+*](?: |$)/.test(line)).length,
    rows: rows.length,
    cells: rows.map((row) => row.replaceAll(/\\\\/g, '').split(/(?<!\\)\|/).length - 2),
    links: Array.from(page.matchAll(/(?<!\\)\]\(([^()\s]*)\)/g), ([, link = '']) => link),
  }
}
