import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { apiOn, base, expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import type { Actor } from '../identities.ts'

type Raw = {
  readonly network: { readonly id: string }
  readonly nodes: readonly { readonly id: string }[]
  readonly objectives: readonly { readonly id: string; readonly nodeId: string }[]
  readonly keyResults: readonly { readonly id: string; readonly objectiveId: string }[]
  readonly dependencies: readonly {
    readonly id: string
    readonly state: string
    readonly consumerKeyResultId: string
    readonly supplierNodeId: string
  }[]
}

const folder = process.env['WEFT_REAL_DATA'] ?? ''
const file = join(folder, 'rust-2025h1.weft.json')
const isThere = folder !== '' && existsSync(file)

/** What the script does with an ask, and on which day of March 2025; the side is the node that is asked (s) or that asks (c). */
type Step = readonly [day: number, side: 's' | 'c', move: string, given?: object]
type Plan = { readonly name: string; readonly steps: readonly Step[]; readonly ends: string }

const why = { reason: 'Nobody is free' }
const promised = [10, 's', 'promise', { promisedOn: '2025-03-20' }] as const
const plans: readonly Plan[] = [
  { name: 'left', steps: [], ends: 'requested' },
  { name: 'promised', steps: [[10, 's', 'promise', { promisedOn: '2025-05-01' }]], ends: 'promised' },
  { name: 'countered', steps: [[10, 's', 'counter', { terms: { on: '2025-05-20' } }]], ends: 'countered' },
  { name: 'declined', steps: [[10, 's', 'decline', why]], ends: 'declined' },
  { name: 'deferred', steps: [[10, 's', 'defer', { answerBy: '2025-04-01' }]], ends: 'deferred' },
  { name: 'withdrawn', steps: [[18, 'c', 'withdraw']], ends: 'withdrawn' },
  { name: 'delivered', steps: [promised, [18, 's', 'deliver']], ends: 'delivered' },
  { name: 'kept', steps: [promised, [17, 's', 'deliver'], [18, 'c', 'accept']], ends: 'accepted' },
  { name: 'accepted late', steps: [promised, [17, 's', 'deliver'], [25, 'c', 'accept']], ends: 'accepted' },
  { name: 'revoked', steps: [promised, [18, 's', 'revoke', why]], ends: 'revoked' },
  { name: 'cancelled', steps: [promised, [18, 'c', 'cancel']], ends: 'cancelled' },
  {
    name: 'asked again',
    steps: [
      [10, 's', 'decline', why],
      [12, 'c', 'request'],
      [17, 's', 'promise', { promisedOn: '2025-05-01' }],
    ],
    ends: 'promised',
  },
  {
    name: 'changed',
    steps: [
      [10, 's', 'promise', { promisedOn: '2025-05-01' }],
      [17, 's', 'propose', { terms: { on: '2025-05-30' } }],
    ],
    ends: 'promised',
  },
  {
    name: 'counter accepted',
    steps: [
      [10, 's', 'counter', { terms: { on: '2025-05-20' } }],
      [17, 'c', 'accept'],
    ],
    ends: 'promised',
  },
]

/** One need as the test keeps it, by hand: nothing of it is read from the program. */
type Kept = {
  readonly id: string
  readonly supplier: string
  readonly consumer: string
  readonly plan: Plan | null
  readonly state: string
  readonly isInside: boolean
}

const ended = new Set(['withdrawn', 'cancelled'])
const classes: Record<string, readonly string[]> = {
  draft: ['draft'],
  open: ['offered', 'requested', 'countered', 'deferred'],
  promised: ['promised', 'delivered', 'accepted'],
  refused: ['declined', 'revoked'],
}

function tally(needs: readonly Kept[]): Record<string, number> {
  return Object.fromEntries(Object.entries(classes).map(([name, states]) => [name, needs.filter(({ state }) => states.includes(state)).length]))
}

function keep(raw: Raw): Kept[] {
  let asks = 0
  return raw.dependencies.map(({ id, state, consumerKeyResultId, supplierNodeId: supplier }) => {
    const objectiveId = raw.keyResults.find((keyResult) => keyResult.id === consumerKeyResultId)?.objectiveId
    const consumer = raw.objectives.find((objective) => objective.id === objectiveId)?.nodeId ?? ''
    const plan = state === 'requested' ? (plans[asks++ % plans.length] ?? null) : null
    return { id, supplier, consumer, plan, state: plan?.ends ?? state, isInside: supplier === consumer }
  })
}

describe.skipIf(!isThere)(isThere ? 'the asks of the Rust project' : 'NOT RUN: the asks of the Rust project (WEFT_REAL_DATA is not set)', () => {
  describeOnEachDatabase('answered by their teams', (database) => {
    let day = 1
    const api = apiOn(database, { people: true, clock: () => new Date(`2025-03-${String(day).padStart(2, '0')}T10:00:00Z`) })
    const raw: Raw = isThere
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { network: { id: '' }, nodes: [], objectives: [], keyResults: [], dependencies: [] }
    const needs = keep(raw)
    const leads = new Map<string, Actor>()
    const path = `${base}/networks/${raw.network.id}`
    const as = (nodeId: string) => leads.get(nodeId)?.headers ?? {}
    let owner: Actor

    const move = async (need: Kept, [, side, name, given = {}]: Step) => {
      const { status, body } = await api.send(
        'POST',
        `${path}/dependencies/${need.id}/moves`,
        { move: name, ...given },
        as(side === 's' ? need.supplier : need.consumer),
      )
      expect(status, `${need.id} ${need.plan?.name} ${name}: ${body.detail}`).toBe(201)
      expect(body.item).toMatchObject({ dependencyId: need.id, move: name })
    }

    beforeAll(async () => {
      owner = await api.people().user({ name: 'Olga', isInstanceOwner: true })
      const imported = await api.send('POST', `${base}/import`, raw, owner.headers)
      expect(imported.body.item.id).toBe(raw.network.id)
      for (const { id } of raw.nodes) {
        const lead = await api.people().user({ name: `Lead of ${id}` })
        await api.people().join(lead, raw.network.id, 'contributor', { nodeId: id, tier: 'lead' })
        leads.set(id, lead)
      }
      for (day = 1; day <= 25; day += 1)
        for (const need of needs)
          for (const step of need.plan?.steps ?? []) if (step[0] === day && !(need.isInside && isSecondAnswer(need, step))) await move(need, step)
      day = 25
    }, 120_000)

    /** Inside one node, asking again promises in the same step. */
    function isSecondAnswer({ plan }: Kept, step: Step): boolean {
      return plan?.name === 'asked again' && step[2] === 'promise'
    }

    test('there are 155 of them, and every way to answer was taken between two teams', () => {
      expect(needs).toHaveLength(155)
      const between = new Set(needs.filter(({ isInside }) => !isInside).map(({ plan }) => plan?.name))
      expect(plans.filter(({ name }) => !between.has(name)).map(({ name }) => name)).toEqual([])
    })

    test('each stands where its teams left it, with a move for each answer', async () => {
      const { body } = await api.send('GET', `${path}/dependencies?limit=200`, undefined, owner.headers)
      const states = new Map(body.items.map(({ id, state }: Kept) => [id, state]))
      expect(needs.filter(({ id, state }) => states.get(id) !== state).map(({ id }) => id)).toEqual([])
      const steps = needs.reduce(
        (sum, need) => sum + (need.plan?.steps ?? []).filter((step) => !(need.isInside && isSecondAnswer(need, step))).length,
        0,
      )
      const moves = await api.send('GET', `${path}/promise-moves?limit=1`, undefined, owner.headers)
      expect(moves.body.total).toBe(steps)
      const kept = needs.find(({ plan, isInside }) => plan?.name === 'kept' && !isInside)
      const history = await api.send('GET', `${path}/dependencies/${kept?.id}/moves`, undefined, owner.headers)
      expect(history.body.items.map((each: { move: string; at: string }) => [each.move, each.at.slice(8, 10)])).toEqual([
        ['promise', '10'],
        ['deliver', '17'],
        ['accept', '18'],
      ])
      expect(history.body.open).toEqual([])
    })

    test('the board is the hand count, cell by cell', async () => {
      const { body } = await api.send('GET', `${path}/asks`, undefined, owner.headers)
      const live = needs.filter(({ state }) => !ended.has(state))
      const pairs = new Map<string, Kept[]>()
      for (const need of live) pairs.set(`${need.supplier} ${need.consumer}`, [...(pairs.get(`${need.supplier} ${need.consumer}`) ?? []), need])
      const cells = new Map(
        body.cells.map((cell: { supplierNodeId: string; consumerNodeId: string; counts: object; dependencyIds: string[] }) => [
          `${cell.supplierNodeId} ${cell.consumerNodeId}`,
          cell,
        ]),
      )
      expect([...cells.keys()].toSorted()).toEqual([...pairs.keys()].toSorted())
      for (const [pair, group] of pairs)
        expect(cells.get(pair), pair).toMatchObject({ counts: tally(group), dependencyIds: group.map(({ id }) => id) })
      expect(body.counts).toEqual(tally(live))
      expect(body.unanswered).toHaveLength(tally(live)['open'] ?? 0)
    })

    test('every lead’s inbox is the hand count, kind by kind', async () => {
      for (const { id } of raw.nodes) {
        const { body } = await api.send('GET', `${path}/inbox`, undefined, as(id))
        const count = (kind: string) => body.items.filter((item: { kind: string }) => item.kind === kind).length
        const mine = (side: 'supplier' | 'consumer', states: readonly string[]) =>
          needs.filter((need) => need[side] === id && states.includes(need.state)).length
        expect(
          {
            answer: count('answer'),
            counter: count('counter'),
            proposal: count('proposal'),
            delivery: count('delivery'),
            refused: count('refused'),
            deliver: count('deliver'),
          },
          id,
        ).toEqual({
          answer: mine('supplier', ['requested', 'deferred']),
          counter: mine('consumer', ['countered']),
          proposal: needs.filter((need) => need.consumer === id && need.plan?.name === 'changed').length,
          delivery: mine('consumer', ['delivered']),
          refused: mine('consumer', ['declined', 'revoked']),
          deliver: 0,
        })
      }
    })

    const measuresOf = async (node?: string) =>
      (await api.send('GET', `${path}/promise-measures?on=2025-03-25${node ? `&node=${node}` : ''}`, undefined, owner.headers)).body

    /** The measures by the raw document and the plans alone. */
    function counted(nodeId: string | null) {
      const live = needs.filter(({ state }) => !ended.has(state))
      const needed = live.filter(({ consumer }) => nodeId === null || consumer === nodeId)
      const asked = live.filter(({ supplier, isInside }) => !isInside && (nodeId === null || supplier === nodeId))
      const of = (...names: string[]) => asked.filter(({ plan }) => plan !== null && names.includes(plan.name)).length
      const imported = asked.filter(({ plan }) => plan === null).length
      const answers = asked.filter(({ plan }) => plan !== null && plan.name !== 'left').length + of('asked again')
      const due = of('kept', 'accepted late', 'delivered')
      return {
        promised: [needed.filter(({ state }) => classes['promised']?.includes(state)).length, needed.length, 0],
        answered: [answers, answers + of('left'), imported],
        days: [of('asked again') > 0 ? 5 : null, of('asked again'), answers - of('asked again')],
        kept: [of('kept'), due, imported],
        revoked: [of('revoked'), 0],
      }
    }

    test.for(['the network', ...raw.nodes.map(({ id }) => id)])('the measures of %s are the hand count', async (name) => {
      const nodeId = name === 'the network' ? null : name
      const { promised: so, answered, daysToAnswer, kept, revoked } = await measuresOf(nodeId ?? undefined)
      const counts = ({ count, of, unknown }: { count: number; of: number; unknown: number }) => [count, of, unknown]
      const said = {
        promised: counts(so),
        answered: counts(answered),
        days: [daysToAnswer.median, daysToAnswer.count, daysToAnswer.unknown],
        kept: counts(kept),
        revoked: [revoked.early, revoked.late],
      }
      expect(said).toEqual(counted(nodeId))
    })

    test('a team cannot answer for another one', async () => {
      const open = needs.find(({ plan, isInside }) => plan?.name === 'left' && !isInside)
      if (!open) throw new Error('one ask between two teams is left')
      const refused = await api.send('POST', `${path}/dependencies/${open.id}/moves`, { move: 'promise' }, as(open.consumer))
      expect(expectProblem(refused, 'PROMISE_NOT_YOUR_MOVE').detail).toContain(`Lead of ${open.supplier}`)
      expectProblem(await api.send('POST', `${path}/dependencies/${open.id}/moves`, { move: 'promise' }, owner.headers), 'PROMISE_NOT_YOUR_MOVE')
    })

    test('all of it survives export and import', async () => {
      const exported = await api.send('GET', `${path}/export`, undefined, owner.headers)
      const again = await api.send(
        'POST',
        `${base}/import`,
        { ...exported.body, network: { ...exported.body.network, id: `${raw.network.id}-again` } },
        owner.headers,
      )
      expect(again.status).toBe(201)
      const { body } = await api.send('GET', `${base}/networks/${again.body.item.id}/export`, undefined, owner.headers)
      expect(body.promiseMoves).toEqual(exported.body.promiseMoves)
      expect(body.dependencies).toEqual(exported.body.dependencies)
    })
  })
})
