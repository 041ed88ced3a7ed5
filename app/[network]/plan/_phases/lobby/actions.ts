import { type Action, defineAction } from '../../../../../lib/client/actions/action.ts'

const group = 'Lobby'
const scope = 'ritual'

/** What becomes of the key results of the last cycle. */
export const lobbyActions = {
  next: defineAction({ id: 'lobby.next', title: 'Next key result', group, scope, keys: ['j', 'ArrowDown'], isKeyOnly: true }),
  previous: defineAction({ id: 'lobby.previous', title: 'Key result before', group, scope, keys: ['k', 'ArrowUp'], isKeyOnly: true }),
  carry: defineAction({ id: 'lobby.carry', title: 'Carry it into the next cycle', group, scope, keys: ['shift+k'], words: 'roll over keep' }),
  reshape: defineAction({ id: 'lobby.reshape', title: 'Carry it, to be written anew', group, scope, keys: ['shift+r'], words: 'roll over rewrite' }),
  drop: defineAction({ id: 'lobby.drop', title: 'Drop it', group, scope, keys: ['shift+d'], words: 'roll over end' }),
}

/** A grade by one key, in tenths: 0 to 9, and X for all of it. */
export const gradeActions: readonly Action[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) =>
    defineAction({ id: `lobby.grade-${tenth}`, title: `Grade it 0.${tenth}`, group, scope, keys: [String(tenth)], words: 'score' }),
  ),
  defineAction({ id: 'lobby.grade-10', title: 'Grade it 1.0', group, scope, keys: ['x'], words: 'score full' }),
]
