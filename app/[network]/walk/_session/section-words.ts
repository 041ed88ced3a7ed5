import type { AgendaSection, WalkPhase } from '../../../../lib/domain/vocabulary.ts'

/** What each part of the agenda is called on the screen. */
export const sectionWords: Readonly<Record<AgendaSection, string>> = {
  promises: 'Broken or late promise',
  disagreements: 'Said fine, looks otherwise',
  fell: 'Confidence fell',
  stale: 'Nobody has spoken of it',
  asks: 'Ask without an answer',
  health: 'Health metric not green',
  wins: 'Win',
}

export const phaseWords: Readonly<Record<WalkPhase, string>> = {
  actions: 'Last actions',
  changed: 'What changed',
  stops: 'Stops',
  sweep: 'Sweep',
  close: 'Close',
}
