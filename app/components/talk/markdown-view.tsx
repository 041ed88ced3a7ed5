'use client'
import { type ReactNode, useMemo } from 'react'
import { type Block, type Inline, readMarkdown } from '../../../lib/client/markdown.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import styles from './comment.module.css'

/** The words of a comment. React writes every text, so no markup of the author ever becomes an element. */
export function MarkdownView({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text])
  return (
    <div className={styles['words']}>
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{withInlines(block.content)}</p>
    case 'heading':
      return (
        <p>
          <strong>{withInlines(block.content)}</strong>
        </p>
      )
    case 'quote':
      return <blockquote>{withInlines(block.content)}</blockquote>
    case 'code':
      return <pre>{block.text}</pre>
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{withInlines(item)}</li>)
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

function withInlines(parts: readonly Inline[]): ReactNode {
  return parts.map((part, at) => <InlineView key={at} part={part} />)
}

function InlineView({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{withInlines(part.content)}</strong>
    case 'em':
      return <em>{withInlines(part.content)}</em>
    case 'struck':
      return <del>{withInlines(part.content)}</del>
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {withInlines(part.content)}
        </a>
      )
    case 'mention':
      return <Mention personId={part.personId} />
  }
}

function Mention({ personId }: { readonly personId: string }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const person = find(snapshot, 'person', personId)
  if (!person) return <span className={styles['mention']}>@somebody who has left</span>
  return (
    <button type="button" className={styles['mention']} onClick={() => select('person', person.id)}>
      @{person.name}
    </button>
  )
}
