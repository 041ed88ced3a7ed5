import type { OpenMove } from '../../../lib/domain/promise/moves.ts'

/** Whether a move has to be told something first. To promise for the day that was asked for takes nothing more. */
export function needsForm({ needs }: OpenMove): boolean {
  return needs.length > 0
}

/** Whether a move can be told more than it needs: promise for another day, or through a key result. */
export function takesMore({ needs, takes }: OpenMove): boolean {
  return needs.length === 0 && takes.length > 0
}

/** A name for each open move: who speaks for both sides may make the same move for either. */
export function nameOfMove({ move, side }: OpenMove): string {
  return `${move} ${side}`
}
