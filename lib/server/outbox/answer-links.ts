import { createHmac, timingSafeEqual } from 'node:crypto'
import { type PromiseMoveName, promiseMoves } from '../../domain/vocabulary.ts'

/** The one thing that a link allows: one move of one promise by one person, as long as the promise has not moved on. */
export type AnswerLink = {
  readonly networkId: string
  readonly dependencyId: string
  readonly personId: string
  readonly move: PromiseMoveName
  /** the last move of the promise when the link was made; '' where there was none. It makes the link good for once */
  readonly after: string
  readonly expiresAt: Date
}

export type AnswerLinks = {
  readonly sign: (link: AnswerLink) => string
  /** null for a text that was not signed here, or is over */
  readonly verify: (token: string, now: Date) => AnswerLink | null
}

/** How long a link in a mail is good. */
export const answerDays = 14

function moveOf(value: unknown): PromiseMoveName | null {
  return promiseMoves.find((move) => move === value) ?? null
}

function parse(text: string): AnswerLink | null {
  const fields: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(fields) || fields.length !== 6) return null
  const [networkId, dependencyId, personId, move, after, seconds] = fields.map(String)
  const known = moveOf(move)
  if (networkId === undefined || dependencyId === undefined || personId === undefined || after === undefined || known === null) return null
  return { networkId, dependencyId, personId, move: known, after, expiresAt: new Date(Number(seconds) * 1_000) }
}

/** Signs answer links with HMAC-SHA256. @param key 32 bytes that sign nothing else */
export function makeAnswerLinks(key: Uint8Array): AnswerLinks {
  const mac = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    sign: ({ networkId, dependencyId, personId, move, after, expiresAt }) => {
      const fields = [networkId, dependencyId, personId, move, after, Math.floor(expiresAt.getTime() / 1_000)]
      const text = Buffer.from(JSON.stringify(fields)).toString('base64url')
      return `${text}.${mac(text).toString('base64url')}`
    },
    verify: (token, now) => {
      const [text = '', given = '', ...rest] = token.split('.')
      const [right, found] = [mac(text), Buffer.from(given, 'base64url')]
      // Only the one spelling that was signed: base64url leaves bits of its last sign open.
      if (rest.length > 0 || found.length !== right.length || !timingSafeEqual(found, right) || found.toString('base64url') !== given) return null
      const link = parse(text)
      return link && now < link.expiresAt ? link : null
    },
  }
}
