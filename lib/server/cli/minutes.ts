import type { Ritual } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { assess } from '../../domain/okr/assess.ts'
import { cycleOn } from '../../domain/quick-add/resolve.ts'
import { toCard } from '../../domain/ritual/output/card.ts'
import { toHtml } from '../../domain/ritual/output/html.ts'
import { type CalendarRendering, toIcs } from '../../domain/ritual/output/ics.ts'
import { toMarkdown } from '../../domain/ritual/output/markdown.ts'
import { outputOf } from '../../domain/ritual/output/of.ts'
import type { RitualOutput } from '../../domain/ritual/output/output.ts'
import { find, get, listOf, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { compareInstants, dayIn, formatInstant } from '../../domain/time.ts'
import type { Source } from '../backup/source.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { readNetwork, readNetworkAt } from './network.ts'
import { type Given, Misuse, type Verb, type World } from './verb.ts'

const writers = {
  md: toMarkdown,
  html: toHtml,
  ics: toIcs,
  card: (output, rendering) => JSON.stringify(toCard(output, 'slack', rendering), null, 2),
  teams: (output, rendering) => JSON.stringify(toCard(output, 'teams', rendering), null, 2),
} satisfies Record<string, (output: RitualOutput, rendering: CalendarRendering) => string>

type Form = keyof typeof writers

function formOf(given: Given): Form {
  const { as: wanted = 'md' } = given.flags
  const forms = Object.keys(writers)
  if (typeof wanted === 'string' && Object.hasOwn(writers, wanted)) return castForm(wanted)
  throw new Misuse(`There is no form “${String(wanted)}”. Give one of ${forms.join(', ')}.`)
}

/** Guaranteed by the caller: `writers` has it. */
function castForm(form: string): Form {
  return form as Form
}

/** What a team keeps in its check, or two over coffee, is told to nobody who has not named it. */
const told: ReadonlySet<Ritual['kind']> = new Set(['walk', 'plan'])

function ritualOf(snapshot: Snapshot, id: string | true | undefined): Ritual {
  if (typeof id === 'string') return get(snapshot, 'ritual', id)
  const closed = listOf(snapshot, 'ritual').filter(({ kind, state, closedAt }) => told.has(kind) && state === 'closed' && closedAt !== null)
  const last = closed.sort((a, b) => compareInstants(b.closedAt ?? b.at, a.closedAt ?? a.at))[0]
  if (last) return last
  throw new DomainError(
    'NOT_FOUND',
    `In “${networkOf(snapshot).name}” no walk and no planning has been closed yet. Name another session by --ritual.`,
  )
}

type Read = { readonly snapshot: Snapshot; readonly ritual: Ritual; readonly closed: Snapshot | null; readonly base: Snapshot | null }

async function readRitual(source: Source, network: string, id: string | true | undefined): Promise<Read> {
  const snapshot = await readNetwork(source, network)
  const ritual = ritualOf(snapshot, id)
  const closed = await readNetworkAt(source, snapshot, ritual.revision)
  return { snapshot, ritual, closed, base: ritual.kind === 'walk' ? await readNetworkAt(source, snapshot, ritual.baseRevision) : null }
}

function outputIn({ snapshot, ritual, ...past }: Read, world: World): RitualOutput {
  const now = formatInstant(world.now().getTime())
  const today = dayIn(networkOf(snapshot).timeZone, now)
  const cycleId =
    ritual.cycleId ?? cycleOn(snapshot, ritual.closedAt === null ? today : dayIn(networkOf(snapshot).timeZone, ritual.closedAt))?.id ?? null
  return outputOf(snapshot, ritual, { assessment: assess(snapshot, { today, cycleId }), now, ...past })
}

export const minutes: Verb = {
  name: 'minutes',
  says: 'print the minutes of a session',
  takes: ['NETWORK'],
  flags: {
    ...databaseFlag,
    ritual: { value: 'ID', says: 'of this session; the last walk or planning that was closed by default' },
    as: { value: 'FORM', says: 'md (default), html, ics, card (Slack) or teams' },
  },
  help: ['NETWORK is an id or a slug. The database is only read, so a server may run beside it.', 'Names of people are filled in as they are now.'],
  run: async (given, world) => {
    const [network = ''] = given.files
    const form = formOf(given)
    const read = await reading(databaseUrlOf(given, world), (source) => readRitual(source, network, given.flags['ritual']))
    const { ritual, snapshot } = read
    const rendering = { networkId: networkOf(snapshot).id, sequence: snapshot.revision, nameOf: (id: string) => find(snapshot, 'person', id)?.name }
    const text = writers[form](outputIn(read, world), rendering)
    return { exitCode: 0, data: { ritual: ritual.id, title: ritual.title, form, text }, lines: [text.replace(/\n$/, '')] }
  },
}
