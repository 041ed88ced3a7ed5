import { randomBytes } from 'node:crypto'
import { keyFor } from '../auth/secret.ts'
import type { Mail } from '../mail/mail.ts'
import type { Store } from '../store-contract.ts'
import type { AllowedHosts } from './addresses.ts'
import { type AnswerLinks, makeAnswerLinks } from './answer-links.ts'
import type { Courier } from './deliver.ts'
import { makePost, type Resolve } from './post.ts'
import { makeVault } from './vault.ts'

/** How this server tells people and programs what happened. */
export type Outbox = Courier & {
  readonly links: AnswerLinks
  readonly allowedHosts: AllowedHosts
  /** null where no mail server is configured */
  readonly mail: Pick<Mail, 'send' | 'from'> | null
  /** in [0, 1) */
  readonly random: () => number
}

export type OutboxOptions = {
  readonly store: Pick<Store, 'ask' | 'write' | 'read' | 'snapshotAt'>
  /** from which the keys are made that seal and sign; one of its own where none is given, which a restart forgets */
  readonly secret?: string
  /** where people reach this server; null where nobody has said */
  readonly baseUrl?: string | null
  readonly mail?: Pick<Mail, 'send' | 'from'> | null
  readonly allowedHosts?: AllowedHosts
  readonly clock?: () => Date
  readonly random?: () => number
  readonly resolve?: Resolve
  readonly timeoutMs?: number
}

/** Opens the ways out of this server over its store. Nothing is sent before `startOutbox`. */
export function openOutbox({ store, ...options }: OutboxOptions): Outbox {
  const { secret = randomBytes(48).toString('base64url'), allowedHosts = [], baseUrl = null, mail = null } = options
  const { clock = () => new Date(), random = Math.random, resolve, timeoutMs } = options
  const post = makePost({ allowedHosts, ...(resolve && { resolve }), ...(timeoutMs && { timeoutMs }) })
  return {
    store,
    post,
    vault: makeVault(keyFor(secret, 'webhook secrets')),
    links: makeAnswerLinks(keyFor(secret, 'answer links')),
    allowedHosts,
    baseUrl,
    mail,
    clock,
    random,
  }
}
