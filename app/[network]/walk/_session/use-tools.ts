'use client'
import { useActions } from '../../../components/graph/use-actions.ts'
import { priorityActions, walkActions } from './actions.ts'
import type { LineKind } from './use-items.ts'
import type { Session } from './use-session.ts'
import type { Tool } from './walk-frame.tsx'

type Can = { readonly mayWrite: boolean; readonly write: (kind: LineKind) => void; readonly handOver: () => void }

type Offered = Tool & { readonly isThere: boolean /** works by its key only */; readonly isQuiet?: boolean }

function offered(session: Session, { mayWrite, write, handOver: give }: Can): readonly Offered[] {
  const { isDriver, mayDrive, isFollowing, at, steps, step, lens } = session
  const atStop = step.phase === 'stops'
  return [
    { action: walkActions.back, word: 'back', run: () => session.go(at - 1), isThere: at > 0 },
    { action: walkActions.next, word: 'next', run: () => session.go(at + 1), isThere: at < steps.length - 1 },
    { action: walkActions.decision, word: 'decision', run: () => write('decision'), isThere: mayWrite },
    { action: walkActions.action, word: 'action', run: () => write('action'), isThere: mayWrite },
    { action: walkActions.note, word: 'note', run: () => write('note'), isThere: mayWrite },
    { action: walkActions.park, word: 'park', run: () => write('parked'), isThere: mayWrite },
    { action: walkActions.why, word: 'why', run: () => session.look('why'), isOn: lens === 'why', isThere: atStop },
    { action: walkActions.soWhat, word: 'so what', run: () => session.look('soWhat'), isOn: lens === 'soWhat', isThere: atStop },
    { action: walkActions.more, word: 'more stops', run: () => session.more?.(), isThere: session.more !== null },
    { action: walkActions.handOver, word: isDriver ? 'hand over' : 'take the lead', run: give, isThere: mayDrive },
    { action: walkActions.follow, word: 'follow', run: session.follow, isThere: !isDriver, isQuiet: isFollowing },
    { action: walkActions.pause, word: 'pause', run: session.pause, isThere: isDriver, isQuiet: true },
  ]
}

const { next, back, decision, action, note, park, why, soWhat, more, handOver, follow, pause } = walkActions
const going = [next, back]
const writing = [decision, action, note, park]
const looking = [why, soWhat]
const calling = [more]
const leading = [handOver]
const following = [follow]
const timing = [pause]

/** The keys of a walk; and as buttons for the foot of the screen those that mean something now. */
export function useTools(session: Session, can: Can): readonly Tool[] {
  const all = offered(session, can)
  const run = (id: string) => all.find((tool) => tool.action.id === id && tool.isThere)?.run()
  const atStop = session.step.phase === 'stops'
  useActions(going, run)
  useActions(writing, run, can.mayWrite)
  useActions(looking, run, atStop)
  useActions(calling, run, session.more !== null)
  useActions(leading, run, session.mayDrive)
  useActions(following, run, !session.isDriver)
  useActions(timing, run, session.isDriver)
  useActions(priorityActions, (id) => session.prioritise(priorityActions.findIndex((each) => each.id === id) + 1), session.isDriver && atStop)
  return all.filter(({ isThere, isQuiet }) => isThere && !isQuiet)
}
