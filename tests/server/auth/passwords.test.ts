import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../lib/domain/error.ts'
import { commonPasswords, isCommon } from '../../../lib/server/auth/common-passwords.ts'
import { requireGoodPassword } from '../../../lib/server/auth/passwords.ts'

const refused = (password: string, own: string[] = []) => {
  try {
    requireGoodPassword(password, 'password', own)
    return false
  } catch (error) {
    if (error instanceof DomainError) return true
    throw error
  }
}

describe('passwords', () => {
  test('AU80: have 8 to 128 signs, of any kind', () => {
    for (const password of ['seven77', 'x'.repeat(3), 'é̂ñ4'.repeat(40)]) expect(refused(password)).toBe(true)
    for (const password of ['wvmqzkly', 'nur kleine buchstaben', '9174630285', '密码是很长的一句话', 'a b c d e f', `${'qo7'.repeat(42)}zu`])
      expect([password, refused(password)]).toEqual([password, false])
  })

  test('AU81: more than 3,000 common ones of 8 signs or more are refused, in any case', () => {
    const long = new Set([...commonPasswords()].filter((each) => each.length >= 8))
    expect(long.size).toBeGreaterThan(3_000)
    for (const password of long) {
      expect(refused(password)).toBe(true)
      expect(refused(password.toUpperCase())).toBe(true)
    }
  })

  test('AU82: runs, repetitions and words in disguise are common, too', () => {
    for (const password of [
      '12345678',
      '87654321',
      'qwertyui',
      'poiuytrewq',
      'aaaaaaaa',
      'abcabcabcabc',
      '1212121212',
      'P@ssw0rd',
      'Passw0rd!',
      'W1llk0mmen',
      'Sommer2026!',
      '1q2w3e4r',
      'iloveyou123',
    ])
      expect([password, isCommon(password)]).toEqual([password, true])
    for (const password of ['correct horse battery', 'xkpdvmqt', 'Tr0ub4dor&3x', 'my summer in 1999 was long'])
      expect([password, isCommon(password)]).toEqual([password, false])
  })

  test('AU83: nobody’s own name or address is a password', () => {
    const own = ['Ana Lindqvist', 'ana.lindqvist@example.org']
    for (const password of ['ana lindqvist', 'ANA.LINDQVIST', 'ana.lindqvist@example.org']) expect(refused(password, own)).toBe(true)
    expect(refused('ana lindqvist is not me', own)).toBe(false)
  })
})
