import { defineAction } from '../../../../lib/client/actions/action.ts'

const group = 'Session'
const scope = 'ritual'

/** What can be done in every session, whatever its phase. */
export const frameActions = {
  next: defineAction({ id: 'session.next', title: 'Go on: the next step or phase', group, scope, keys: ['ArrowRight', 'PageDown'] }),
  stepBack: defineAction({ id: 'session.step-back', title: 'The step before, in this phase', group, scope, keys: ['ArrowLeft', 'PageUp'] }),
  back: defineAction({ id: 'session.back', title: 'The phase before', group, scope, keys: ['shift+ArrowLeft'] }),
  follow: defineAction({ id: 'session.follow', title: 'Back to where the room is', group, scope, keys: ['f'] }),
  pause: defineAction({ id: 'session.pause', title: 'Hold the timer, or let it go on', group, scope, keys: ['shift+p'] }),
  code: defineAction({
    id: 'session.code',
    title: 'Show the code to join',
    group,
    scope,
    keys: ['shift+i'],
    words: 'qr link invite phone',
  }),
  screen: defineAction({
    id: 'session.screen',
    title: 'Show it on the big screen, or as usual',
    group,
    scope,
    keys: ['shift+b'],
    words: 'projector present room large',
  }),
  lead: defineAction({ id: 'session.lead', title: 'Take over the lead of this session', group, scope, words: 'facilitator drive' }),
}
