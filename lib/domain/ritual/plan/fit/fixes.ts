import { call } from '../../../command/call.ts'
import type { Dependency } from '../../../entity.ts'
import { asId } from '../../../ids.ts'
import { dayText } from '../../../promise/day-words.ts'
import { type Turn, turnsFrom } from '../../../promise/machine.ts'
import { standOf } from '../../../promise/stand.ts'
import type { Snapshot } from '../../../snapshot.ts'
import type { Fix, FixGiven } from './finding.ts'

/** Nothing is asked for, nothing is suggested. */
export const nothing: FixGiven = { ownerId: null, dueOn: null, text: null }

const plain = { asks: [], suggested: nothing } as const

/** The consumer's way out of a need: it takes the ask back, cancels the promise, or declines what was offered. */
function wayOut(turns: readonly Turn[]): Turn | undefined {
  const own = turns.filter(({ side }) => side === 'consumer')
  return own.find(({ row }) => row.to === 'withdrawn' || row.to === 'cancelled') ?? own.find(({ row }) => row.move === 'decline')
}

/**
 * The need is given up, by the side that has it.
 *
 * @returns none where it cannot be given up any more
 * Cost O(rows + moves). Spec: PL50.
 */
export function dropFix(snapshot: Snapshot, need: Dependency, key = 'D'): Fix[] {
  const base = { id: 'drop', key, label: 'Drop the need' } as const
  if (need.state === 'draft') return [{ ...base, ...plain, calls: () => [call('dependency.delete', { id: need.id })] }]
  const turn = wayOut(turnsFrom(standOf(snapshot, need)))
  if (!turn) return []
  const { move, needs } = turn.row
  const asks = needs.includes('reason') ? (['text'] as const) : []
  return [
    {
      ...base,
      asks,
      suggested: nothing,
      calls: ({ text }, freshId) => [
        call('promise.move', { id: need.id, moveId: freshId('promiseMove'), move, side: 'consumer', reason: asks.length > 0 ? text : null }),
      ],
    },
  ]
}

/** The consumer needs it later: on the day for which it is promised, or by when a draft can be met. Cost O(1). Spec: PL51. */
export function laterFix({ id }: Dependency, day: string, today: string): Fix {
  const label = `Need it on ${dayText(day, today)}`
  return { id: 'later', key: 'M', label, ...plain, calls: () => [call('dependency.update', { id, set: { neededOn: day } })] }
}

/** The consumer asks the other side to promise it for an earlier day. Cost O(1). Spec: PL51. */
export function earlierFix({ id, terms, state }: Dependency, day: string, today: string): Fix[] {
  if (state !== 'promised' || terms !== null) return []
  const label = `Ask for ${dayText(day, today)}`
  return [
    {
      id: 'earlier',
      key: 'E',
      label,
      ...plain,
      calls: (_given, freshId) => [
        call('promise.move', { id, moveId: freshId('promiseMove'), move: 'propose', side: 'consumer', terms: { on: day } }),
      ],
    },
  ]
}

/**
 * The consumer answers an offer, or other terms, with its own day.
 *
 * @returns none where it is not its turn
 * Cost O(rows + moves). Spec: PL51.
 */
export function counterFix(snapshot: Snapshot, need: Dependency, { day, today }: { readonly day: string; readonly today: string }): Fix[] {
  const isItsTurn = turnsFrom(standOf(snapshot, need)).some(({ row, side }) => side === 'consumer' && row.move === 'counter')
  if (!isItsTurn) return []
  const move = { move: 'counter', side: 'consumer', terms: { on: day } } as const
  return [
    {
      id: 'earlier',
      key: 'E',
      label: `Ask for ${dayText(day, today)}`,
      ...plain,
      calls: (_given, freshId) => [call('promise.move', { id: need.id, moveId: freshId('promiseMove'), ...move })],
    },
  ]
}

/** The need is asked now, or asked again. Cost O(1). Spec: PL52. */
export function askFix({ id, state }: Dependency): Fix {
  const label = state === 'draft' ? 'Ask now' : 'Ask again'
  return {
    id: 'ask',
    key: 'Y',
    label,
    ...plain,
    calls: (_given, freshId) => [call('promise.move', { id, moveId: freshId('promiseMove'), move: 'request', side: 'consumer' })],
  }
}

/** What was to be talked about is settled. Cost O(1). Spec: PL53. */
export function settledFix(itemId: string): Fix {
  return {
    id: 'settled',
    key: 'S',
    label: 'It is settled',
    ...plain,
    calls: () => [call('ritualItem.update', { id: asId<'ritualItem'>(itemId), set: { status: 'done' } })],
  }
}
