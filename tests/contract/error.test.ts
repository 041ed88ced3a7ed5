import { describe, expect, test } from 'vitest'
import { type ApiErrorCode, errorTitles, problemOf, problemSchema, statusOf } from '../../lib/contract/error.ts'

const codes = Object.keys(errorTitles) as ApiErrorCode[]

describe('problems', () => {
  test('each code has one status, and only the bug of the server is a 500', () => {
    for (const code of codes) expect(statusOf(code), code).toBeGreaterThanOrEqual(400)
    expect(codes.filter((code) => statusOf(code) === 500)).toEqual(['INTERNAL'])
    expect(codes.filter((code) => statusOf(code) > 500)).toEqual(['STORAGE_FULL', 'UNAVAILABLE'])
    expect(statusOf('STORAGE_FULL')).toBe(507)
  })

  test('a problem has the members of RFC 9457, the code, the faults, and what else is known', () => {
    const problem = problemOf('STALE_EDIT', 'Somebody was faster', { faults: [{ path: 'name', message: 'was changed' }], fields: [1] })
    expect(problem).toEqual({
      type: '/api/docs#STALE_EDIT',
      title: 'Somebody changed the same field since',
      status: 409,
      detail: 'Somebody was faster.',
      code: 'STALE_EDIT',
      errors: [{ path: 'name', message: 'was changed' }],
      fields: [1],
    })
    expect(problemSchema.safeParse(problem).success).toBe(true)
  })

  test('details cannot take the place of the members that every problem has', () => {
    expect(problemOf('NOT_FOUND', 'Gone.', { status: 200, code: 'FINE', type: 'x', title: 'y', detail: 'z', errors: 1 })).toEqual(
      problemOf('NOT_FOUND', 'Gone.'),
    )
  })
})
