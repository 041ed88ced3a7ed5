import { z } from 'zod'
import { type Change, diff } from '../change.ts'
import { type Dependency, entitySchemas, type Ritual } from '../entity.ts'
import { DomainError } from '../error.ts'
import { idOf } from '../id-schema.ts'
import { todayIn } from '../own-nodes.ts'
import { requireOpen } from '../ritual/phases.ts'
import { isUnpromised, needsOf, thingOf } from '../ritual/plan/needs.ts'
import { actionFor, actionText } from '../ritual/plan/open-action.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { calendarDay } from '../time-schema.ts'
import { type CommandContext, command } from './command.ts'
import { closeRitual } from './ritual.ts'
import { createItem, updateItem } from './ritual-item.ts'
import { type CommandStep, inSteps } from './steps.ts'

const { shape } = entitySchemas.ritual

const taken = z.strictObject({
  dependencyId: idOf('dependency').describe('a need that nobody has promised'),
  itemId: idOf('ritualItem').describe('id of the action, made by the caller; not used where the need has one already'),
  ownerId: idOf('person'),
  dueOn: calendarDay,
})

const committing = z.strictObject({
  id: shape.id.describe('the session of planning'),
  markId: idOf('mark').describe('id of the baseline, made by the caller'),
  markName: entitySchemas.mark.shape.name,
  open: z.array(taken).max(2_000).default([]).describe('who takes on each need that nobody has promised, and by when'),
  attendeeIds: shape.attendeeIds,
  guests: shape.guests,
})

type Taken = z.output<typeof taken>

function requirePlan(snapshot: Snapshot, id: string): Ritual & { readonly cycleId: NonNullable<Ritual['cycleId']> } {
  const ritual = requireOpen(snapshot, id)
  const { cycleId } = ritual
  if (ritual.kind === 'plan' && cycleId !== null) return { ...ritual, cycleId }
  const remedy = 'Close it instead.'
  throw new DomainError('VALIDATION', `“${ritual.title}” plans no cycle. ${remedy}`, {
    faults: [{ path: 'id', message: 'is no session of planning', remedy }],
  })
}

/** @throws DomainError VALIDATION where an action would be due in the past */
function refusePast(open: readonly Taken[], today: string): void {
  const at = open.findIndex(({ dueOn }) => dueOn < today)
  if (at < 0) return
  const [message, remedy] = [`${open[at]?.dueOn} has passed.`, 'Give a day from today on.']
  throw new DomainError('VALIDATION', `${message} ${remedy}`, { faults: [{ path: `open[${at}].dueOn`, message, remedy }] })
}

/** @throws DomainError COMMIT_UNSETTLED with the needs that nobody takes on */
function requireSettled(snapshot: Snapshot, ritual: Ritual, needs: readonly Dependency[], open: readonly Taken[]): void {
  const given = new Set<string>(open.map(({ dependencyId }) => dependencyId))
  const unsettled = needs.filter((need) => {
    const action = actionFor(snapshot, ritual.id, need.id)
    return !given.has(need.id) && !(action && action.ownerId !== null && action.dueOn !== null)
  })
  if (unsettled.length === 0) return
  const names = unsettled.slice(0, 3).map((need) => thingOf(snapshot, need))
  const more = unsettled.length > names.length ? ` and ${unsettled.length - names.length} more` : ''
  const subject = unsettled.length === 1 ? 'One need is not promised and has' : `${unsettled.length} needs are not promised and have`
  throw new DomainError('COMMIT_UNSETTLED', `${subject} no owner: ${names.join(', ')}${more}. Give each an owner and a day, or drop it.`, {
    id: ritual.id,
    dependencyIds: unsettled.map(({ id }) => id),
  })
}

/** The action about a need: the one that is there gets this owner and day, else it is made. */
function actionStep(ritualId: Ritual['id'], need: Dependency, { itemId, ownerId, dueOn }: Taken, ctx: CommandContext): CommandStep {
  return (snapshot) => {
    const known = actionFor(snapshot, ritualId, need.id)
    if (known) return updateItem.decide(snapshot, { id: known.id, set: { ownerId, dueOn } }, ctx)
    const about = { subject: 'dependency', about: need.id, nodeId: null, stop: null, key: null, value: null } as const
    const said = { kind: 'action', text: actionText(snapshot, need), ownerId, dueOn, status: 'open' } as const
    return createItem.decide(snapshot, { id: itemId, ritualId, ...about, ...said }, ctx)
  }
}

/** The cycle is under way from now on, unless it is already or has ended. */
function startStep(cycleId: string): CommandStep {
  return (snapshot) => {
    const cycle = get(snapshot, 'cycle', cycleId)
    if (cycle.phase !== null && cycle.phase !== 'draft' && cycle.phase !== 'planning') return []
    const change = diff('cycle', cycle, { ...cycle, phase: 'active' })
    return change ? [change] : []
  }
}

/**
 * Commits a plan: what is open becomes actions, the network as it is becomes the baseline, the cycle starts and the session is
 * over, in one change set. What was promised or has ended meanwhile needs nobody any more. Spec: PL27-PL33.
 */
export const commitPlan = command({
  input: committing,
  decide: (snapshot, { id, markId, markName, open, attendeeIds, guests }, ctx): Change[] => {
    const ritual = requirePlan(snapshot, id)
    if (find(snapshot, 'mark', markId))
      throw new DomainError('ID_TAKEN', `There is already a named snapshot with the id “${markId}”.`, { entity: 'mark', id: markId })
    const close: CommandStep = (ahead) =>
      closeRitual.decide(ahead, { id, attendeeIds, guests, statement: null, mark: { id: markId, name: markName, kind: 'baseline' } }, ctx)
    // who does not lead it is refused first
    close(snapshot)
    refusePast(open, todayIn(snapshot, ctx.now))
    const needs = needsOf(snapshot, ritual.cycleId).filter(isUnpromised)
    requireSettled(snapshot, ritual, needs, open)
    const actions = open.flatMap((each): CommandStep[] => {
      get(snapshot, 'dependency', each.dependencyId)
      const need = needs.find((one) => one.id === each.dependencyId)
      return need ? [actionStep(ritual.id, need, each, ctx)] : []
    })
    return inSteps(snapshot, [...actions, startStep(ritual.cycleId), close])
  },
})
