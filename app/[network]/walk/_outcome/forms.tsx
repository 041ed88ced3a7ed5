'use client'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import { toCard } from '../../../../lib/domain/ritual/output/card.ts'
import { toHtml } from '../../../../lib/domain/ritual/output/html.ts'
import { type CalendarRendering, toIcs } from '../../../../lib/domain/ritual/output/ics.ts'
import { toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import type { RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { Button } from '../../../components/ui/button.tsx'
import { download } from './download.ts'
import styles from './minutes.module.css'

type Props = { readonly output: RitualOutput; readonly rendering: CalendarRendering }

/** The minutes as somebody wants to send them: text for a wiki, a mail, a card for a chat, days for a calendar. */
export function Forms({ output, rendering }: Props) {
  const markdown = toMarkdown(output, rendering)
  const file = (end: string) => `walk-${output.day}.${end}`
  const card = (shape: 'slack' | 'teams') => void copyText(JSON.stringify(toCard(output, shape, rendering), null, 2))
  return (
    <div className={styles['forms']} role="group" aria-label="Send the minutes">
      <Button tone="primary" onClick={() => void copyText(markdown)}>
        Copy as Markdown
      </Button>
      <Button onClick={() => void copyMail(toHtml(output, rendering), markdown)}>Copy for a mail</Button>
      <Button onClick={() => card('slack')}>Copy card for Slack</Button>
      <Button onClick={() => card('teams')}>Copy card for Teams</Button>
      {output.calendar.length > 0 && (
        <Button onClick={() => download(toIcs(output, rendering), { name: file('ics'), type: 'text/calendar' })}>Days for the calendar (.ics)</Button>
      )}
      <Button tone="quiet" onClick={() => download(toHtml(output, rendering), { name: file('html'), type: 'text/html' })}>
        HTML file
      </Button>
      <Button tone="quiet" onClick={() => download(markdown, { name: file('md'), type: 'text/markdown' })}>
        Markdown file
      </Button>
    </div>
  )
}

/** Puts formatted text into the clipboard, to be pasted into a mail; where the browser cannot, the plain one. */
async function copyMail(html: string, plain: string): Promise<void> {
  try {
    const blob = (text: string, type: string) => new Blob([text], { type })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(plain, 'text/plain') })])
    showToast('Copied. Paste it into a mail.')
  } catch {
    await copyText(plain)
  }
}
