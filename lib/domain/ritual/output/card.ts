import { dayText } from '../../promise/day-words.ts'
import { asideOf, type NamedEntry, type NamedOutput, type NamedSection, type Rendering, withNames } from './named.ts'
import type { RitualOutput } from './output.ts'

/** The chat programs that a card is made for. */
export const cardShapes = ['slack', 'teams'] as const
export type CardShape = (typeof cardShapes)[number]

const mostEntries = 8
const mostSections = 8
const mostFacts = 10
const longestTitle = 140
const longestText = 600

function cut(text: string, most: number): string {
  const letters = Array.from(text)
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

type CardEntry = Pick<NamedEntry, 'mark' | 'text' | 'on' | 'tail'>

function entryText(entry: CardEntry): string {
  const aside = asideOf(entry)
  return cut(aside === '' ? entry.text : `${entry.text} (${aside})`, longestText)
}

/** A chat shows no tables: a row becomes a line. */
function entriesOf({ entries, table }: NamedSection): CardEntry[] {
  const rows = table?.rows.map((row) => ({ mark: '', text: row.filter((cell) => cell !== '').join(' · '), on: '', tail: '' })) ?? []
  return [...entries, ...rows]
}

function leftOver(section: NamedSection): string {
  const left = entriesOf(section).length - mostEntries
  return left > 0 ? `… and ${left} more` : ''
}

/** In Slack's mrkdwn these three signs begin markup: a name such as `<!channel>` would call everybody. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const plain = (text: string) => ({ type: 'plain_text', text: cut(text, longestText), emoji: false })
const words = (text: string, bold = false) => ({ type: 'text', text, ...(bold ? { style: { bold } } : {}) })
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })

function slackSection(section: NamedSection): object {
  const items = entriesOf(section)
    .slice(0, mostEntries)
    .map((entry) => line(...(entry.mark === '' ? [] : [words(`${entry.mark}: `, true)]), words(entryText(entry) || ' ')))
  const after = leftOver(section)
  return {
    type: 'rich_text',
    elements: [
      line(words(section.title || ' ', true)),
      ...(section.note === '' ? [] : [line(words(cut(section.note, longestText)))]),
      ...(items.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', elements: items }]),
      ...(after === '' ? [] : [line(words(after))]),
    ],
  }
}

/** Only the line for notifications is mrkdwn; all blocks are plain or rich text, in which no sign is markup. */
function slackCard({ title, day, lead, facts, sections }: NamedOutput, link: string | null): object {
  const fields = facts.slice(0, mostFacts).map(({ label, value }) => plain(`${label}: ${value}`))
  return {
    text: slackText(cut(`${title}. ${lead}`, longestText)),
    blocks: [
      { type: 'header', text: plain(cut(title || ' ', longestTitle)) },
      { type: 'section', text: plain(`${dayText(day, '')}. ${lead}`) },
      ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
      ...sections.slice(0, mostSections).map(slackSection),
      ...(link === null ? [] : [{ type: 'rich_text', elements: [line({ type: 'link', url: link, text: 'Open in Weft' })] }]),
    ],
  }
}

/** A text block of an Adaptive Card reads a part of Markdown, and turns `{{DATE(…)}}` into a date: what people wrote is neither. */
function teamsText(text: string): string {
  return text
    .replace(/[\\`*_[\]#~]/g, (sign) => `\\${sign}`)
    .replace(/^(\d{1,9})([.)])|^[-+>]/, (whole, digits?: string, after?: string) => (digits === undefined ? `\\${whole}` : `${digits}\\${after}`))
    .replaceAll('{{', '{\u2060{')
}

const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more })

function teamsSection(section: NamedSection): object[] {
  const items = entriesOf(section)
    .slice(0, mostEntries)
    .map((entry) => block(`• ${entry.mark === '' ? '' : `**${teamsText(entry.mark)}:** `}${teamsText(entryText(entry))}`, { spacing: 'Small' }))
  const after = leftOver(section)
  return [
    block(teamsText(section.title), { weight: 'Bolder', spacing: 'Medium' }),
    ...(section.note === '' ? [] : [block(teamsText(cut(section.note, longestText)), { isSubtle: true })]),
    ...items,
    ...(after === '' ? [] : [block(after, { isSubtle: true, spacing: 'Small' })]),
  ]
}

function teamsCard({ title, day, lead, facts, sections }: NamedOutput, link: string | null): object {
  const factSet = facts.slice(0, mostFacts).map(({ label, value }) => ({ title: teamsText(label), value: teamsText(value) }))
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      block(teamsText(cut(title, longestTitle)), { weight: 'Bolder', size: 'Large' }),
      block(`${dayText(day, '')}. ${teamsText(cut(lead, longestText))}`),
      ...(factSet.length === 0 ? [] : [{ type: 'FactSet', facts: factSet }]),
      ...sections.slice(0, mostSections).flatMap(teamsSection),
    ],
    actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: 'Open in Weft', url: link }],
  }
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] }
}

/**
 * An output as a message for a chat: the head, and of each section the first eight entries.
 *
 * @returns plain data, to be sent as JSON to an incoming webhook of Slack or a workflow of Teams
 * Cost O(length). Spec: MN22.
 */
export function toCard(output: RitualOutput, shape: CardShape, rendering: Rendering): object {
  const named = withNames(output, rendering)
  const link = rendering.link ?? null
  return shape === 'slack' ? slackCard(named, link) : teamsCard(named, link)
}
