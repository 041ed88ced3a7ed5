import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedMention, withIds, withNames } from '../../app/components/talk/mention-text.ts'
import { type Block, type Inline, readMarkdown, safeHref } from '../../lib/client/markdown.ts'

function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === 'code') return []
  return block.kind === 'list' ? block.items.flat() : block.content
}

function walk(parts: readonly Inline[]): Inline[] {
  return parts.flatMap((part) => ('content' in part ? [part, ...walk(part.content)] : [part]))
}

function partsOf(text: string): Inline[] {
  return walk(readMarkdown(text).flatMap(inlinesOf))
}

describe('the Markdown of comments', () => {
  test('stress, code, lists, quotes and headings', () => {
    expect(readMarkdown('**a** _b_ ~~c~~ `d*e*`')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'strong', content: [{ kind: 'text', text: 'a' }] },
          { kind: 'text', text: ' ' },
          { kind: 'em', content: [{ kind: 'text', text: 'b' }] },
          { kind: 'text', text: ' ' },
          { kind: 'struck', content: [{ kind: 'text', text: 'c' }] },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'd*e*' },
        ],
      },
    ])
    expect(readMarkdown('# t\n\n- a\n- b\n\n1. c\n\n> q\n\n```\n<b>\n```').map(({ kind }) => kind)).toEqual([
      'heading',
      'list',
      'list',
      'quote',
      'code',
    ])
  })

  test('what looks like stress inside a word or beside a space stays text', () => {
    for (const text of ['snake_case_name', '2 * 3 * 4', 'a ** b', '*', '**', '[x](', '[x](y z)', '\\*a\\*'])
      expect(
        partsOf(text).every(({ kind }) => kind === 'text'),
        text,
      ).toBe(true)
  })

  test('a tag is text and nothing else', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>'
    expect(readMarkdown(hostile)).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: hostile }] }])
  })

  test('links lead to http, https and mailto only', () => {
    expect(safeHref('https://a.example/b?c=1')).toBe('https://a.example/b?c=1')
    expect(safeHref('mailto:a@b.example')).toBe('mailto:a@b.example')
    for (const text of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      '//evil.example',
      '/path',
      'https:evil',
      'https://',
      'file:///etc/passwd',
      'blob:https://a/b',
    ])
      expect(safeHref(text), text).toBeNull()
    expect(partsOf('[a](javascript:alert(1))').some(({ kind }) => kind === 'link')).toBe(false)
    expect(partsOf('see https://a.example/x, then')).toContainEqual({
      kind: 'link',
      href: 'https://a.example/x',
      content: [{ kind: 'text', text: 'https://a.example/x' }],
    })
  })

  test('whatever is typed is read, and every link in it is one of the three', () => {
    const noise = fc.string({
      unit: fc.constantFrom('*', '_', '`', '[', ']', '(', ')', 'javascript:', 'https://a', '\n', '> ', '- ', '@[', 'x', ' ', '\\', '#', '~~', '<b>'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(noise, (text) => {
        for (const part of partsOf(text)) if (part.kind === 'link') expect(part.href).toMatch(/^(https?:\/\/|mailto:)/)
      }),
    )
  })

  test('no text without signs is changed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-gi-z0-9 .,!?äöü]{1,80}$/), (text) => {
        fc.pre(text.trim() !== '' && !/^\s{0,3}\d{1,4}[.)]\s/.test(text))
        expect(
          partsOf(text)
            .map((part) => (part.kind === 'text' ? part.text : ''))
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('the longest comment of nothing but signs is read quickly', () => {
    const started = performance.now()
    for (const sign of ['*', '_', '[', '`', '@[', '**a', '[a](', '> ', 'h']) readMarkdown(sign.repeat(Math.floor(10_000 / sign.length)))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('mentions while a comment is written', () => {
  const ana = { id: 'person_1', name: 'Ana' }
  const berg = { id: 'person_2', name: 'Ana Berg' }

  test('what is typed behind an @ is found, in mail addresses it is not', () => {
    expect(typedMention('hi @an', 6)).toEqual({ from: 3, typed: 'an' })
    expect(typedMention('hi @ana be', 10)).toEqual({ from: 3, typed: 'ana be' })
    expect(typedMention('mail me@home', 12)).toBeNull()
    expect(typedMention('@one two three', 14)).toBeNull()
  })

  test('names become ids, the longer name first, and names again', () => {
    const kept = withIds('@Ana Berg and @Ana', [ana, berg])
    expect(kept).toBe('@[person_2] and @[person_1]')
    const nameOf = (id: string) => [ana, berg].find((each) => each.id === id)?.name ?? null
    expect(withNames(kept, nameOf)).toEqual({ text: '@Ana Berg and @Ana', mentioned: [berg, ana] })
  })
})
