import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { ask } from '../../db/query.ts'
import { system } from '../../lib/domain/access.ts'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { applyChanges, makeSnapshot } from '../../lib/domain/snapshot.ts'
import { addDays } from '../../lib/domain/time.ts'
import { importDocument } from '../../lib/server/import/import-document.ts'
import { changeOf } from '../../lib/server/load.ts'
import { withPersonalValues } from '../../lib/server/privacy/vault.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { generate } from './generate.ts'
import { costOf, inTurn, medianCpu, medianWall, type Sample } from './measure.ts'
import { seeded } from './random.ts'
import type { Result } from './result.ts'

const days = 60
const setsOfDay = 50
const rounds = 7
const firstDay = '2027-01-01'

/** Two months of a large network: numbers are reported, nodes are named anew, things come and go. */
async function live(store: Store, networkId: string): Promise<void> {
  const random = seeded(7)
  const { tables } = await store.read(networkId)
  const [keyResults, nodes] = [[...tables.keyResult.keys()], [...tables.node.keys()]]
  const one = (ids: readonly string[]) => ids[random.below(ids.length)] ?? ''
  const act = (at: number): CommandCall => {
    if (at % 10 === 0) return call('node.update', { id: one(nodes), set: { description: `Seen on ${at}` } })
    if (at % 25 === 1) return call('goal.create', { id: `goal-${at}`, name: `Goal ${at}` })
    return call('keyResult.update', { id: one(keyResults), set: { confidence: random.below(11) / 10 } })
  }
  for (let at = 0; at < days * setsOfDay; at += 1) {
    const ctx = { actor: 'bench', who: system, networkId, now: `${addDays(firstDay, Math.floor(at / setsOfDay))}T10:00:00Z` }
    await store.commit(ctx, { name: 'bench', decide: (snapshot, given) => runCommands(snapshot, [act(at)], given) })
  }
}

/** The reference: the whole log from nothing. */
function replay(store: Store, networkId: string, revision: number): Promise<unknown> {
  return store.ask(function* (statements) {
    const rows = yield* ask(statements.logBetween, { networkId, after: 0, before: revision + 1, limit: 2_147_483_647 })
    const snapshot = makeSnapshot({}, revision)
    applyChanges(snapshot, yield* withPersonalValues(statements, networkId, rows.map(changeOf)))
    return snapshot
  })
}

function within(what: string, sample: Sample, limitMs: number): Result {
  const ms = medianWall(sample)
  return { goal: 'PAST', what, ours: `${ms.toFixed(0)} ms`, reference: `${limitMs} ms`, ratio: ms / limitMs, atMost: 1, rounds: sample.length }
}

/** A day of a large network: as it was, and what happened on it. Days are asked for far apart, so that one does not help the next. */
export async function measurePast(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'))
  const store = await openStore(`file:${join(folder, 'weft.db')}`)
  try {
    const { network } = await importDocument({ store, uuid: v7, actor: 'bench', now: `${firstDay}T08:00:00Z` }, generate('L'))
    await live(store, network.id)
    let at = 0
    const day = () => {
      at = (at + 23) % days
      return addDays(firstDay, at)
    }
    const revisionOf = async () => (await store.history.moment(network.id, { at: day() })).revision
    const samples = await inTurn(
      rounds,
      async () => {
        const revision = await revisionOf()
        return costOf(() => store.snapshotAt(network.id, revision))
      },
      async () => {
        const revision = await revisionOf()
        return costOf(() => replay(store, network.id, revision))
      },
    )
    const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
    const nearest: Result = {
      goal: 'PAST',
      what: 'the network on a day, at L, in memory',
      ours: `${mine.toFixed(0)} ms`,
      reference: `${theirs.toFixed(0)} ms, log from nothing`,
      ratio: mine / theirs,
      cpuRatio: medianCpu(samples.ours) / medianCpu(samples.reference),
      atMost: 0.5,
      rounds,
    }
    const sampleOf = async (run: () => Promise<unknown>): Promise<Sample> => {
      const sample = []
      for (let round = 0; round < rounds; round += 1) sample.push(await costOf(run))
      return sample
    }
    const list = () => {
      const on = day()
      return store.history.list(network.id, { from: on, to: on, limit: 50 })
    }
    return [
      nearest,
      within('the network on a day, at L, packed to be sent', await sampleOf(() => store.history.body(network.id, { at: day() })), 1_000),
      within('what happened on a day, at L', await sampleOf(list), 1_000),
      within('the days of the history, at L', await sampleOf(() => store.history.days(network.id)), 1_000),
    ]
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
