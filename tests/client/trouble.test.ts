import { expect, test } from 'vitest'
import { persist } from '../../lib/client/network/server.ts'
import { savingTrouble } from '../../lib/client/network/trouble.ts'
import { DomainError } from '../../lib/domain/error.ts'

/** Attempts that end one after the other as they are told to. @returns what the page knew after each of them */
async function troublesAfter(...outcomes: readonly (Error | 'saved')[]): Promise<(string | null)[]> {
  const known: (string | null)[] = []
  let at = 0
  const attempt = async () => {
    const outcome = outcomes[at]
    at += 1
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  await persist(attempt, { onOutage: () => void known.push(savingTrouble.get()), pause: async () => undefined })
  return known
}

test('a server that answers and cannot save says why, until it can', async () => {
  const full = new DomainError('STORAGE_FULL', 'The disk of the database is full.')
  const away = new DomainError('UNAVAILABLE', 'The database cannot be reached.')
  expect(await troublesAfter(full, away, 'saved')).toEqual(['The disk of the database is full.', 'The database cannot be reached.', null])
})

test('a server that does not answer is something else', async () => {
  expect(await troublesAfter(new TypeError('fetch failed'), 'saved')).toEqual([null, null])
})
