import { api } from '../../contract/api.ts'
import type { OutputForm } from '../../contract/outputs.ts'
import type { Ritual } from '../../domain/entity.ts'
import { assess } from '../../domain/okr/assess.ts'
import { cycleOn } from '../../domain/quick-add/resolve.ts'
import { toCard } from '../../domain/ritual/output/card.ts'
import { toHtml } from '../../domain/ritual/output/html.ts'
import { toIcs } from '../../domain/ritual/output/ics.ts'
import { toMarkdown } from '../../domain/ritual/output/markdown.ts'
import { filledOutput, type Rendering } from '../../domain/ritual/output/named.ts'
import { outputOf } from '../../domain/ritual/output/of.ts'
import type { RitualOutput } from '../../domain/ritual/output/output.ts'
import { find, get, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import { type Route, route } from './context.ts'

type Form = Exclude<OutputForm, 'json'>
type Written = { readonly type: string; readonly text: string }

const writers: Readonly<Record<Form, (output: RitualOutput, rendering: Rendering) => Written>> = {
  md: (output, rendering) => ({ type: 'text/markdown; charset=utf-8', text: toMarkdown(output, rendering) }),
  html: (output, rendering) => ({ type: 'text/html; charset=utf-8', text: toHtml(output, rendering) }),
  ics: (output, rendering) => ({ type: 'text/calendar; charset=utf-8', text: toIcs(output, rendering) }),
  card: (output, rendering) => ({ type: 'application/json', text: JSON.stringify(toCard(output, 'slack', rendering)) }),
  teams: (output, rendering) => ({ type: 'application/json', text: JSON.stringify(toCard(output, 'teams', rendering)) }),
}

const endings: Readonly<Record<Form, string>> = { md: 'md', html: 'html', ics: 'ics', card: 'json', teams: 'json' }

/** Sent as a file: a page of somebody's words never opens as one of ours. */
function sent(output: RitualOutput, form: Form, rendering: Rendering): Response {
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

type Moment = { readonly store: Store; readonly networkId: string; readonly snapshot: Snapshot }

/** The network at a revision; null where none is given. */
async function at({ store, networkId, snapshot }: Moment, revision: number | null): Promise<Snapshot | null> {
  return revision === null || revision > snapshot.revision ? null : store.snapshotAt(networkId, revision)
}

async function readOutput(moment: Moment, ritual: Ritual, now: string): Promise<RitualOutput> {
  const { snapshot } = moment
  const { timeZone } = networkOf(snapshot)
  const today = dayIn(timeZone, now)
  const held = ritual.closedAt === null ? today : dayIn(timeZone, ritual.closedAt)
  const cycleId = ritual.cycleId ?? cycleOn(snapshot, held)?.id ?? null
  const closed = ritual.kind === 'coffee' ? null : await at(moment, ritual.revision)
  const base = ritual.kind === 'walk' ? await at(moment, ritual.baseRevision) : null
  return outputOf(snapshot, ritual, { assessment: assess(snapshot, { today, cycleId }), now, closed, base })
}

/** What sessions left, in each form. */
export const outputRoutes: readonly Route[] = [
  route(api.outputs.read, async ({ store, params, query, now }) => {
    const networkId = await store.resolve(params.network)
    const snapshot = await store.read(networkId)
    const output = await readOutput({ store, networkId, snapshot }, get(snapshot, 'ritual', params.ritual), now)
    const rendering = { nameOf: (id: string) => find(snapshot, 'person', id)?.name }
    return query.as === 'json' ? filledOutput(output, rendering) : sent(output, query.as, rendering)
  }),
]
