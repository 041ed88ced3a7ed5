import { api } from '../../contract/api.ts'
import type { OutputForm } from '../../contract/outputs.ts'
import { toCard } from '../../domain/ritual/output/card.ts'
import { toHtml } from '../../domain/ritual/output/html.ts'
import { type CalendarRendering, toIcs } from '../../domain/ritual/output/ics.ts'
import { toMarkdown } from '../../domain/ritual/output/markdown.ts'
import { filledOutput } from '../../domain/ritual/output/named.ts'
import type { RitualOutput } from '../../domain/ritual/output/output.ts'
import { sessionPath } from '../../domain/ritual/session-path.ts'
import { find, get } from '../../domain/snapshot.ts'
import { linkTo } from '../outbox/deliver.ts'
import { readOutput } from '../room/read-output.ts'
import { type Route, route } from './context.ts'

type Form = Exclude<OutputForm, 'json'>
type Written = { readonly type: string; readonly text: string }

const writers: Readonly<Record<Form, (output: RitualOutput, rendering: CalendarRendering) => Written>> = {
  md: (output, rendering) => ({ type: 'text/markdown; charset=utf-8', text: toMarkdown(output, rendering) }),
  html: (output, rendering) => ({ type: 'text/html; charset=utf-8', text: toHtml(output, rendering) }),
  ics: (output, rendering) => ({ type: 'text/calendar; charset=utf-8', text: toIcs(output, rendering) }),
  card: (output, rendering) => ({ type: 'application/json', text: JSON.stringify(toCard(output, 'slack', rendering)) }),
  teams: (output, rendering) => ({ type: 'application/json', text: JSON.stringify(toCard(output, 'teams', rendering)) }),
}

const endings: Readonly<Record<Form, string>> = { md: 'md', html: 'html', ics: 'ics', card: 'json', teams: 'json' }

/** Sent as a file: a page of somebody's words never opens as one of ours. */
function sent(output: RitualOutput, form: Form, rendering: CalendarRendering): Response {
  const { type, text } = writers[form](output, rendering)
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${output.kind}-${output.day}.${endings[form]}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  }
  return new Response(text, { headers })
}

/** What sessions left, in each form. */
export const outputRoutes: readonly Route[] = [
  route(api.outputs.read, async ({ store, outbox, params, query, now }) => {
    const networkId = await store.resolve(params.network)
    const snapshot = await store.read(networkId)
    const ritual = get(snapshot, 'ritual', params.ritual)
    const output = await readOutput({ store, networkId, snapshot }, ritual, now)
    const rendering = {
      networkId,
      nameOf: (id: string) => find(snapshot, 'person', id)?.name,
      link: linkTo(outbox.baseUrl, snapshot, sessionPath(ritual)),
      sequence: snapshot.revision,
    }
    return query.as === 'json' ? filledOutput(output, rendering) : sent(output, query.as, rendering)
  }),
]
