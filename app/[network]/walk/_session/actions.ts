import { type Action, defineAction } from '../../../../lib/client/actions/action.ts'

type Given = Omit<Action, 'id' | 'group' | 'scope'>

function walkAction(name: string, given: Given): Action {
  return defineAction({ id: `meeting.${name}`, group: 'Walk', scope: 'ritual', ...given })
}

export const walkActions = {
  next: walkAction('next', { title: 'Next stop of the walk', keys: ['ArrowRight', 'PageDown'] }),
  back: walkAction('back', { title: 'Stop before', keys: ['ArrowLeft', 'PageUp'] }),
  decision: walkAction('decision', { title: 'Write down a decision', keys: ['d'] }),
  action: walkAction('action', { title: 'Write down an action: who, what, by when', keys: ['a'] }),
  note: walkAction('note', { title: 'Write a note', keys: ['n'] }),
  park: walkAction('park', { title: 'Park it for later', keys: ['p'] }),
  why: walkAction('why', { title: 'Why: look upstream', keys: ['w'] }),
  soWhat: walkAction('so-what', { title: 'So what: look at who waits', keys: ['v'] }),
  toggle: walkAction('toggle', { title: 'Action is done, or not', keys: ['Space'] }),
  down: walkAction('down', { title: 'Next line', keys: ['ArrowDown', 'j'], isKeyOnly: true }),
  up: walkAction('up', { title: 'Line before', keys: ['ArrowUp', 'k'], isKeyOnly: true }),
  edit: walkAction('edit', { title: 'Change the line', keys: ['Enter', 'e'], isKeyOnly: true }),
  remove: walkAction('remove', { title: 'Take the line out', keys: ['Delete', 'Backspace'], isKeyOnly: true }),
  follow: walkAction('follow', { title: 'Follow the walk', keys: ['f'] }),
  more: walkAction('more', { title: 'Call up a stop beyond the twelve', keys: ['m'] }),
  pause: walkAction('pause', { title: 'Pause the timer, or go on', keys: ['t'] }),
  handOver: walkAction('hand-over', { title: 'Hand over the lead, or take it', keys: ['h'] }),
  leave: walkAction('leave', { title: 'Leave the walk of the past', keys: ['Escape'], isKeyOnly: true }),
  publish: walkAction('publish', { title: 'Publish the minutes and close the walk', keys: ['mod+Enter'] }),
} as const

export const priorityActions = [1, 2, 3, 4, 5].map((priority) =>
  walkAction(`priority-${priority}`, {
    title: priority === 1 ? 'Take this stop now' : `Take this stop later, as number ${priority} from here`,
    keys: [String(priority)],
    isKeyOnly: true,
  }),
)

export const entryActions = {
  open: walkAction('open', { title: 'Open this week’s walk, or go in', keys: ['Enter'] }),
}
