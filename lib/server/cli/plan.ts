import type { Cycle } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { currentCycle, draftCycle } from '../../domain/okr/cycle.ts'
import { toMarkdown } from '../../domain/ritual/output/markdown.ts'
import { planPage } from '../../domain/ritual/plan/page.ts'
import { baselineOf } from '../../domain/ritual/plan/since/baseline.ts'
import { find, get, listOf, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn, formatInstant } from '../../domain/time.ts'
import type { Source } from '../backup/source.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { readNetwork, readNetworkAt } from './network.ts'
import type { Verb } from './verb.ts'

/** The cycle that is named by id or name; else the one that is being planned, else the current one. */
function cycleOf(snapshot: Snapshot, asked: string | true | undefined, today: string): Cycle {
  if (typeof asked === 'string') return listOf(snapshot, 'cycle').find(({ name }) => name === asked) ?? get(snapshot, 'cycle', asked)
  const cycle = draftCycle(snapshot) ?? currentCycle(snapshot, today)
  if (cycle) return cycle
  throw new DomainError('NOT_FOUND', `“${networkOf(snapshot).name}” has no cycle yet. Add one, then plan it.`)
}

async function readPlan(source: Source, { network, cycle: asked, now }: { network: string; cycle: string | true | undefined; now: string }) {
  const snapshot = await readNetwork(source, network)
  const today = dayIn(networkOf(snapshot).timeZone, now)
  const cycle = cycleOf(snapshot, asked, today)
  const then = await readNetworkAt(source, snapshot, baselineOf(snapshot, cycle.id)?.revision ?? null)
  return { snapshot, cycle, today, then }
}

export const plan: Verb = {
  name: 'plan',
  says: 'print the plan of a cycle as it stands',
  takes: ['NETWORK'],
  flags: { ...databaseFlag, cycle: { value: 'NAME', says: 'name or id of a cycle; the one that is being planned by default' } },
  help: [
    'NETWORK is an id or a slug. The database is only read, so a server may run beside it.',
    'One Markdown page: what is planned and promised, what does not fit, and what became of it since its baseline.',
  ],
  run: async (given, world) => {
    const [network = ''] = given.files
    const asked = { network, cycle: given.flags['cycle'], now: formatInstant(world.now().getTime()) }
    const { snapshot, cycle, today, then } = await reading(databaseUrlOf(given, world), (source) => readPlan(source, asked))
    const output = planPage(snapshot, cycle, { today, then })
    const text = toMarkdown(output, { nameOf: (id) => find(snapshot, 'person', id)?.name })
    return { exitCode: 0, data: { cycle: cycle.id, name: cycle.name, lead: output.lead, text }, lines: [text.replace(/\n$/, '')] }
  },
}
