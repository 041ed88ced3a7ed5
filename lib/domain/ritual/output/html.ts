import { dayText } from '../../promise/day-words.ts'
import { asideOf, type NamedEntry, type NamedSection, type Rendering, withNames } from './named.ts'
import type { RitualOutput } from './output.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text that is no markup in HTML, neither between tags nor in a quoted attribute. Cost O(length). Spec: MN21. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** Programs that read mail know neither style sheets nor classes for certain: each tag carries its own style. */
const styles = {
  page: 'margin:0 auto;padding:24px;max-width:720px;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#14181f;background:#ffffff',
  title: 'margin:0 0 4px;font-size:24px;line-height:1.25',
  quiet: 'margin:0 0 16px;color:#4a5361',
  lead: 'margin:0 0 16px;font-size:17px',
  heading: 'margin:24px 0 8px;font-size:17px',
  list: 'margin:0;padding:0 0 0 20px',
  item: 'margin:0 0 6px',
  cell: 'padding:6px 12px 6px 0;border-bottom:1px solid #d5dae1;text-align:left;vertical-align:top',
  table: 'border-collapse:collapse;margin:0 0 8px',
  link: 'color:#0b57d0',
  foot: 'margin:32px 0 0;color:#4a5361;font-size:13px',
} as const

function tag(name: string, style: string, inside: string): string {
  return `<${name} style="${style}">${inside}</${name}>`
}

function entryHtml(entry: NamedEntry): string {
  const { mark, text } = entry
  const aside = asideOf(entry)
  const before = mark === '' ? '' : `<strong>${htmlText(mark)}:</strong> `
  const after = aside === '' ? '' : ` <span style="color:#4a5361">(${htmlText(aside)})</span>`
  return tag('li', styles.item, `${before}${htmlText(text)}${after}`)
}

function tableHtml({ columns, rows }: NonNullable<NamedSection['table']>): string {
  const head = columns.map((cell) => `<th scope="col" style="${styles.cell}">${htmlText(cell)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => tag('td', styles.cell, htmlText(cell))).join('')}</tr>`).join('')
  return tag('table', styles.table, `<thead><tr>${head}</tr></thead><tbody>${body}</tbody>`)
}

function sectionHtml({ title, note, entries, table }: NamedSection): string {
  return [
    tag('h2', styles.heading, htmlText(title)),
    note === '' ? '' : tag('p', styles.quiet, htmlText(note)),
    entries.length === 0 ? '' : tag('ul', styles.list, entries.map(entryHtml).join('')),
    table === null ? '' : tableHtml(table),
  ].join('')
}

function factsHtml(facts: readonly { readonly label: string; readonly value: string }[]): string {
  if (facts.length === 0) return ''
  const row = (fact: (typeof facts)[number]) =>
    `<tr><th scope="row" style="${styles.cell};font-weight:400;color:#4a5361">${htmlText(fact.label)}</th>${tag('td', styles.cell, htmlText(fact.value))}</tr>`
  return tag('table', styles.table, `<tbody>${facts.map(row).join('')}</tbody>`)
}

/**
 * An output as one HTML page that mail programs show too: no script, no style sheet, no picture, nothing to load.
 *
 * Cost O(length). Spec: MN21.
 */
export function toHtml(output: RitualOutput, rendering: Rendering): string {
  const { title, day, lead, facts, sections } = withNames(output, rendering)
  const link = rendering.link ? `<p style="${styles.quiet}"><a href="${htmlText(rendering.link)}" style="${styles.link}">Open in Weft</a></p>` : ''
  const { footer } = rendering
  const settings = footer?.link ? ` <a href="${htmlText(footer.link)}" style="${styles.link}">Change it here</a>` : ''
  const foot = footer ? `<p style="${styles.foot}">${htmlText(footer.text)}${settings}</p>` : ''
  const body = [
    tag('h1', styles.title, htmlText(title)),
    tag('p', styles.quiet, htmlText(dayText(day, ''))),
    tag('p', styles.lead, htmlText(lead)),
    factsHtml(facts),
    ...sections.map(sectionHtml),
    link,
    foot,
  ]
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${htmlText(title)}</title></head>`,
    `<body style="margin:0;background:#ffffff">${tag('div', styles.page, body.join(''))}</body></html>`,
    '',
  ].join('\n')
}
