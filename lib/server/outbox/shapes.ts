import type { WebhookShape } from '../../domain/notify/kinds.ts'

/** What a delivery says, before it takes the shape that its receiver wants. */
export type Content = {
  readonly type: string
  /** when it happened, UTC */
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  readonly sentence: string
  readonly networkName: string
  /** where to look, as a whole address; null where the server does not know its own */
  readonly link: string | null
}

/** The data of an event as programs take it. */
function standard({ type, at, data }: Content) {
  return { type, timestamp: at, data }
}

/** In Slack's mrkdwn these three signs begin markup: a name such as `<!channel>` would call everybody. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const slackLimit = 2_900

/** A message for Slack's incoming webhooks: text for notifications, and blocks. */
function slack({ sentence, networkName, link }: Content) {
  const text = slackText(sentence).slice(0, slackLimit)
  const where = link === null ? slackText(networkName) : `${slackText(networkName)} · <${link}|Open in Weft>`
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: where }] },
    ],
  }
}

/** A text block of an Adaptive Card reads a part of Markdown: names are no markup. */
function cardText(text: string): string {
  return text.replace(/[\\`*_[\]#~]/g, (sign) => `\\${sign}`)
}

/** A message with an Adaptive Card, as the workflows of Teams take it. */
function teams({ sentence, networkName, link }: Content) {
  const actions = link === null ? [] : [{ type: 'Action.OpenUrl', title: 'Open in Weft', url: link }]
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: cardText(sentence), wrap: true },
      { type: 'TextBlock', text: cardText(networkName), wrap: true, isSubtle: true, size: 'Small' },
    ],
    actions,
  }
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] }
}

const writers = { standard, slack, teams } as const satisfies Record<WebhookShape, (content: Content) => unknown>

/** The body of a delivery as its receiver wants it. */
export function bodyOf(shape: WebhookShape, content: Content): string {
  return JSON.stringify(writers[shape](content))
}
