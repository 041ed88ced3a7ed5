import { readFileSync } from 'node:fs'
import { type PromiseMoveName, type PromiseState, promiseMoves, promiseStates, type Side } from '../../../lib/domain/vocabulary.ts'

export type Mover = Side | 'opener' | 'answerer' | 'proposer' | 'proposee' | 'either'

/** A row of the table in docs/spec/promise.md, as a person reads it. */
export type SpecRow = {
  readonly rule: string
  readonly from: readonly PromiseState[]
  readonly by: Mover
  readonly move: PromiseMoveName
  readonly to: PromiseState
  readonly needs: string
  readonly isInside: boolean
  /** null: whether a change is pending does not matter */
  readonly pending: boolean | null
}

function wordOf<T extends string>(words: readonly T[], text: string): T {
  const word = words.find((each) => each === text)
  if (word === undefined) throw new Error(`“${text}” is no word of the table`)
  return word
}

const movers = ['consumer', 'supplier', 'opener', 'answerer', 'proposer', 'proposee', 'either'] as const

function rowOf([rule = '', from = '', who = '', move = '', to = '', needs = '']: readonly string[]): SpecRow {
  const [states = ''] = from.split(';')
  const names = states.split(',').map((each) => each.trim())
  return {
    rule,
    from: names.filter((name) => !/pending|–/.test(name)).map((name) => wordOf(promiseStates, name)),
    by: wordOf(movers, who.replace(/ who speaks for it$/, '')),
    move: wordOf(promiseMoves, move),
    to: wordOf(promiseStates, to),
    needs,
    isInside: from.includes('inside one node'),
    pending: from.includes('no change is pending') ? false : from.includes('a change is pending') ? true : null,
  }
}

/** The table as the spec has it: an answer that is independent of the code. */
export const specTable: readonly SpecRow[] = readFileSync(new URL('../../../docs/spec/promise.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  .filter((cells) => cells.length === 6 && /^PR\d+$/.test(cells[0] ?? ''))
  .map(rowOf)
