import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = (digits[Number(rest % 62n)] ?? '') + text
  return text
}

function random(bytes: number, length: number): string {
  return base62(BigInt(`0x${randomBytes(bytes).toString('hex')}`), length)
}

/** What is kept of a secret: enough to know it again, too little to use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

const prefix = 'weft_'
const bodyLength = 30
const checkLength = 6
const tokenShape = new RegExp(`^${prefix}[${digits}]{${bodyLength + checkLength}}$`)

function checkOf(body: string): string {
  return base62(BigInt(crc32(body)), checkLength)
}

/** A new API token: a prefix that scanners know, 176 random bits, and a checksum, so that a mistyped one costs no question to the database. */
export function newToken(): string {
  const body = random(22, bodyLength)
  return `${prefix}${body}${checkOf(body)}`
}

/** Whether a text is written as a token is. */
export function isToken(text: string): boolean {
  const body = text.slice(prefix.length, prefix.length + bodyLength)
  return tokenShape.test(text) && text.endsWith(checkOf(body))
}

const linkLength = 27

/** The secret of a link: 160 random bits. */
export function newLinkSecret(): string {
  return random(20, linkLength)
}

const linkShape = new RegExp(`^[${digits}]{${linkLength}}$`)

/** Whether a text is written as the secret of a link is. */
export function isLinkSecret(text: string): boolean {
  return linkShape.test(text)
}
