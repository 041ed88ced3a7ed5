/** Something that waits for the reader, with the answers that one click gives. */
export type Waiting = {
  readonly sentence: string
  /** a whole address; null where the server does not know its own */
  readonly link: string | null
  readonly answers: readonly { readonly label: string; readonly link: string }[]
}

export type Digest = {
  readonly networkName: string
  /** how often it comes; at once where an answer is waited for in a session that is under way */
  readonly choice: 'daily' | 'weekly' | 'atOnce'
  readonly waiting: readonly Waiting[]
  /** how many more wait */
  readonly left: number
  /** what happened, newest first */
  readonly happened: readonly { readonly sentence: string; readonly link: string | null }[]
  /** the session that is under way without the reader; null where none is */
  readonly session: { readonly title: string; readonly link: string | null } | null
  readonly inboxLink: string | null
  readonly settingsLink: string | null
}

export type DigestMail = { readonly subject: string; readonly text: string; readonly html: string }

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** Names may hold line breaks; a line of a mail, and its subject above all, holds none. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function count(number: number, one: string, many: string): string {
  return `${number === 1 ? 'One' : number} ${number === 1 ? one : many}`
}

function headline({ waiting, left, choice }: Digest): string {
  const all = waiting.length + left
  return choice === 'atOnce' ? `${count(all, 'ask waits', 'asks wait')} for your answer` : `${count(all, 'thing waits', 'things wait')} for you`
}

const because = {
  daily: (network: string) => `You get this mail every day, because you asked for it in “${network}”.`,
  weekly: (network: string) => `You get this mail every week, because you asked for it in “${network}”.`,
  atOnce: (network: string) => `You get this mail because “${network}” plans and you are not in the room.`,
} as const

function footer({ choice, networkName }: Digest): string {
  return `${because[choice](line(networkName))} The links in it answer in your name: do not pass it on.`
}

/** “Planning 2027-Q2” is under way: what was asked there is decided there. */
function sessionText(title: string): string {
  return `“${line(title)}” is under way, and the others plan with your answer.`
}

function textOf(digest: Digest): string {
  const { waiting, left, happened, session, inboxLink, settingsLink } = digest
  const room = session ? [sessionText(session.title), ...(session.link ? [`Join them: ${session.link}`] : []), ''] : []
  const waits = waiting.flatMap(({ sentence, link, answers }) => [
    `* ${line(sentence)}`,
    ...answers.map((answer) => `    ${line(answer.label)}: ${answer.link}`),
    ...(answers.length === 0 && link ? [`    ${link}`] : []),
  ])
  const more = left > 0 ? [`… and ${left} more.`] : []
  const inbox = inboxLink ? [`Your inbox: ${inboxLink}`] : []
  const news = happened.length > 0 ? ['', 'What happened', '', ...happened.map(({ sentence }) => `* ${line(sentence)}`)] : []
  const settings = settingsLink ? [`Change it here: ${settingsLink}`] : []
  return [`${headline(digest)}.`, '', ...room, ...waits, ...more, '', ...inbox, ...news, '', '--', footer(digest), ...settings, ''].join('\n')
}

function linked(text: string, link: string | null): string {
  return link ? `<a href="${escaped(link)}" style="color:#1d4ed8">${escaped(line(text))}</a>` : escaped(line(text))
}

const button =
  'display:inline-block;margin:6px 8px 0 0;padding:6px 12px;border:1px solid #1d4ed8;border-radius:6px;color:#1d4ed8;text-decoration:none;font-weight:600'

function htmlOfWaiting({ sentence, link, answers }: Waiting): string {
  const buttons = answers.map((answer) => `<a href="${escaped(answer.link)}" style="${button}">${escaped(line(answer.label))}</a>`).join('')
  return `<li style="margin:0 0 16px">${linked(sentence, link)}${buttons && `<div>${buttons}</div>`}</li>`
}

function htmlOf(digest: Digest): string {
  const { networkName, waiting, left, happened, session, inboxLink, settingsLink } = digest
  const news = happened.map(({ sentence, link }) => `<li style="margin:0 0 6px">${linked(sentence, link)}</li>`).join('')
  const parts = [
    `<p style="margin:0 0 4px;color:#57534e">${escaped(line(networkName))}</p>`,
    `<h1 style="margin:0 0 16px;font-size:20px">${escaped(headline(digest))}</h1>`,
    session ? `<p style="margin:0 0 16px">${escaped(sessionText(session.title))} ${session.link ? linked('Join them', session.link) : ''}</p>` : '',
    `<ul style="margin:0;padding:0 0 0 20px">${waiting.map(htmlOfWaiting).join('')}</ul>`,
    left > 0 ? `<p>… and ${left} more.</p>` : '',
    inboxLink ? `<p>${linked('Open your inbox', inboxLink)}</p>` : '',
    news && `<h2 style="margin:24px 0 8px;font-size:16px">What happened</h2><ul style="margin:0;padding:0 0 0 20px">${news}</ul>`,
    `<p style="margin:32px 0 0;color:#57534e;font-size:13px">${escaped(footer(digest))} ${settingsLink ? linked('Change it here', settingsLink) : ''}</p>`,
  ]
  return `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#1c1917;font:15px/1.5 system-ui,sans-serif"><div style="max-width:600px">${parts.join('')}</div></body></html>`
}

/**
 * The mail about what waits for somebody and what happened, as text and as HTML.
 *
 * @returns null where nothing waits: then there is no mail
 * Cost O(entries). Spec: NO33-NO36.
 */
export function digestMail(digest: Digest): DigestMail | null {
  if (digest.waiting.length === 0) return null
  return { subject: `${headline(digest)} in ${line(digest.networkName)}`, text: textOf(digest), html: htmlOf(digest) }
}
