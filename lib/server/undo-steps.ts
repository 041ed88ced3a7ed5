import { ask, type Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { isLeading } from '../domain/command/leading.ts'
import { DomainError } from '../domain/error.ts'
import { requireMayApply } from '../domain/may-apply.ts'
import { todayIn } from '../domain/own-nodes.ts'
import { decideUndo, nextSteps, undoDepth } from '../domain/undo.ts'
import { type Outcome, type Work, write } from './commit.ts'
import { readSet } from './load.ts'
import { eraseCommand } from './privacy/erase-command.ts'
import { withNames } from './privacy/vault.ts'
import type { ChangeSet, UndoStep } from './store-contract.ts'

export type Direction = 'undo' | 'redo'

/** Enough of one's own change sets to take `undoDepth` back, bring them back and take them back again. */
const window = undoDepth * 5

/** The change set that created the network; taking it back would delete the network, which has its own command. */
const creation = 1

type OwnSet = UndoStep & { readonly undoOf: string | null; readonly command: string }

/** What an actor's next undo and redo would reverse, as it is told. */
export function* readUndoState(statements: Statements, networkId: string, actor: string): Steps<Record<Direction, UndoStep | null>> {
  const steps = yield* readNextSteps(statements, networkId, actor)
  const told = yield* withNames(
    statements,
    networkId,
    [steps.undo, steps.redo].filter((step) => step !== null),
  )
  const toldOf = (step: UndoStep | null) => told.find(({ id }) => id === step?.id) ?? null
  return { undo: toldOf(steps.undo), redo: toldOf(steps.redo) }
}

/** The same with summaries as the log keeps them. What was erased stays erased: that is no step. */
function* readNextSteps(statements: Statements, networkId: string, actor: string): Steps<Record<Direction, UndoStep | null>> {
  const own: readonly OwnSet[] = yield* ask(statements.ownSets, { networkId, actor, after: creation, limit: window })
  const newestFirst = own.filter(({ command }) => command !== eraseCommand && !isLeading(command))
  const { undo, redo } = nextSteps(newestFirst.toReversed())
  const undoSet = newestFirst.find(({ id }) => id === undo)
  const redoSet = newestFirst.find(({ id }) => id === redo)
  return {
    undo: undoSet ? { id: undoSet.id, summary: plain(undoSet.summary) } : null,
    redo: redoSet ? { id: redoSet.id, summary: plain(redoSet.summary) } : null,
  }
}

const prefixes = { undo: 'Undone: ', redo: 'Redone: ' } as const

/** What a change set was about, without the words of having been undone or redone. */
function plain(summary: string): string {
  return Object.values(prefixes).reduce((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text), summary)
}

function nothing(direction: Direction): DomainError {
  if (direction === 'undo') return new DomainError('NOTHING_TO_UNDO', 'There is nothing of yours left to undo.')
  return new DomainError('NOTHING_TO_REDO', 'There is nothing to redo. A new edit ends what could be redone.')
}

/** Takes back, or brings back, the actor's last step as a new commit. */
export function* undoSteps(work: Work, direction: Direction): Steps<Outcome> {
  const { statements, state, ctx } = work
  const { [direction]: step } = yield* readNextSteps(statements, ctx.networkId, ctx.actor)
  const set: ChangeSet | null = step && (yield* readSet(statements, ctx.networkId, { id: step.id }))
  if (!step || !set) throw nothing(direction)
  const changes = decideUndo(state.snapshot, set.changes, { direction, now: ctx.now })
  requireMayApply(state.snapshot, ctx.who, changes, todayIn(state.snapshot, ctx.now))
  return yield* write(work, { command: direction, undoOf: set.id, changes, summary: `${prefixes[direction]}${step.summary}` })
}
