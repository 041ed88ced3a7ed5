import { html } from 'hono/html'

/** A paragraph in which `code` is set as code. */
export function paragraph(text: string) {
  return html`<p>${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}</p>`
}
