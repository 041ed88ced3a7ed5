/** The part of Markdown that comments know, as plain data. There is no HTML in it: whatever looks like a tag is text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'struck'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: 'mention'; readonly personId: string }
  | { readonly kind: 'break' }

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }

const deepest = 4
const link = /\[([^[\]\n]{1,300})\]\(([^\s()<>]{1,2000})\)/y
const address = /https?:\/\/[^\s<>"'()[\]{}|\\^`]{2,2000}/iy
const mention = /@\[((?:[^\]\\\p{Cc}]|\\[\]\\]){1,400})\]/uy
const marks = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'struck'],
  ['*', 'em'],
  ['_', 'em'],
] as const

/** The address of a link, where it is one that a comment may lead to: http, https or mailto. Null for every other. */
export function safeHref(text: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(text)) return null
  try {
    const url = new URL(text)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

type Found = { readonly part: Inline; readonly length: number }

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}

function codeAt(text: string, at: number): Found | null {
  if (text[at] !== '`') return null
  const end = text.indexOf('`', at + 1)
  return end > at + 1 ? { part: { kind: 'code', text: text.slice(at + 1, end) }, length: end + 1 - at } : null
}

function linkAt(text: string, at: number, depth: number): Found | null {
  if (text[at] === '[') {
    const found = matchAt(link, text, at)
    const href = found ? safeHref(found[2] ?? '') : null
    return found && href ? { part: { kind: 'link', href, content: inlines(found[1] ?? '', depth + 1) }, length: found[0].length } : null
  }
  if (!/h/i.test(text[at] ?? '') || isWordSign(text[at - 1])) return null
  const raw = matchAt(address, text, at)?.[0].replace(/[.,;:!?]+$/, '')
  const href = raw ? safeHref(raw) : null
  return raw && href ? { part: { kind: 'link', href, content: [{ kind: 'text', text: raw }] }, length: raw.length } : null
}

function mentionAt(text: string, at: number): Found | null {
  const found = text[at] === '@' ? matchAt(mention, text, at) : null
  return found ? { part: { kind: 'mention', personId: (found[1] ?? '').replace(/\\([\]\\])/g, '$1') }, length: found[0].length } : null
}

function stressAt(text: string, at: number, depth: number): Found | null {
  for (const [sign, kind] of marks) {
    if (!text.startsWith(sign, at) || /\s/.test(text[at + sign.length] ?? ' ')) continue
    if (sign.startsWith('_') && isWordSign(text[at - 1])) continue
    const end = text.indexOf(sign, at + sign.length + 1)
    if (end < 0 || /\s/.test(text[end - 1] ?? ' ') || (sign.startsWith('_') && isWordSign(text[end + sign.length]))) continue
    return { part: { kind, content: inlines(text.slice(at + sign.length, end), depth + 1) }, length: end + sign.length - at }
  }
  return null
}

function partAt(text: string, at: number, depth: number): Found | null {
  if (text[at] === '\n') return { part: { kind: 'break' }, length: 1 }
  if (text[at] === '\\' && /[\\`*_~[\]@#>-]/.test(text[at + 1] ?? '')) return { part: { kind: 'text', text: text[at + 1] ?? '' }, length: 2 }
  if (depth >= deepest) return mentionAt(text, at)
  return codeAt(text, at) ?? mentionAt(text, at) ?? linkAt(text, at, depth) ?? stressAt(text, at, depth)
}

const special = /[\n\\`@[*_~hH]/g

function inlines(text: string, depth = 0): Inline[] {
  const parts: Inline[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    special.lastIndex = at
    const next = special.exec(text)?.index ?? text.length
    plain += text.slice(at, next)
    at = next
    if (at >= text.length) break
    const found = partAt(text, at, depth)
    if (found?.part.kind === 'text') plain += found.part.text
    else if (found) {
      flush()
      parts.push(found.part)
    } else plain += text[at] ?? ''
    at += found?.length ?? 1
  }
  flush()
  return parts
}

const bullet = /^\s{0,3}[-*+]\s+(?=\S)/
const numbered = /^\s{0,3}\d{1,4}[.)]\s+(?=\S)/
const quote = /^\s{0,3}>\s?/
const heading = /^\s{0,3}#{1,6}\s+/

type Kind = 'bullet' | 'numbered' | 'quote' | 'heading' | 'plain' | 'empty'

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'empty'
  if (bullet.test(line)) return 'bullet'
  if (numbered.test(line)) return 'numbered'
  if (quote.test(line)) return 'quote'
  return heading.test(line) ? 'heading' : 'plain'
}

function blockOf(kind: Kind, lines: readonly string[]): Block[] {
  const without = (pattern: RegExp) => lines.map((line) => line.replace(pattern, ''))
  switch (kind) {
    case 'empty':
      return []
    case 'bullet':
      return [{ kind: 'list', isOrdered: false, items: without(bullet).map((line) => inlines(line)) }]
    case 'numbered':
      return [{ kind: 'list', isOrdered: true, items: without(numbered).map((line) => inlines(line)) }]
    case 'quote':
      return [{ kind: 'quote', content: inlines(without(quote).join('\n')) }]
    case 'heading':
      return without(heading).map((line) => ({ kind: 'heading', content: inlines(line) }))
    case 'plain':
      return [{ kind: 'paragraph', content: inlines(lines.join('\n')) }]
  }
}

/**
 * Reads the Markdown of a comment: paragraphs, lists, quotes, code, headings, stress, links and mentions. Never throws; what it does not know stays text.
 *
 * Cost O(length · depth) for ordinary text.
 */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  let held: { kind: Kind; lines: string[] } = { kind: 'empty', lines: [] }
  const flush = () => {
    blocks.push(...blockOf(held.kind, held.lines))
    held = { kind: 'empty', lines: [] }
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^\s{0,3}```/.test(line)) {
      const end = lines.findIndex((each, index) => index > at && /^\s{0,3}```\s*$/.test(each))
      flush()
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end < 0 ? undefined : end).join('\n') })
      if (end < 0) break
      at = end
      continue
    }
    const kind = kindOf(line)
    if (kind !== held.kind) flush()
    held = { kind, lines: [...held.lines, line] }
  }
  flush()
  return blocks
}
