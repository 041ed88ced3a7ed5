import { type Access, openAccess } from './access/access.ts'
import type { Identity } from './access/identity.ts'
import { type Accounts, openAccounts } from './auth/accounts.ts'
import { openRealIdentity } from './auth/identity.ts'
import { type LocalSecret, makeLocalSecret } from './auth/local-secret.ts'
import { serverSecret } from './auth/secret.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { type Mail, openMail } from './mail/mail.ts'
import { type Outbox, openOutbox } from './outbox/outbox.ts'
import type { Store } from './store-contract.ts'

/** Who may do what on this server, and how it reaches people. */
export type Doors = {
  /** from which every key of this server is made (`keyFor`) */
  readonly secret: string
  readonly access: Access
  readonly accounts: Accounts
  readonly local: LocalSecret
  readonly identity: Identity
  /** null where no mail server is configured */
  readonly mail: Mail | null
  /** how people and programs are told what happened */
  readonly outbox: Outbox
  readonly close: () => void
}

/** Scheme and host of links: as configured, else this computer. Never what a request says. */
export function originOf({ baseUrl, port }: Pick<Config, 'baseUrl' | 'port'>): string {
  return baseUrl ?? `http://localhost:${port}`
}

/** Where links in mails and deliveries lead; nowhere, where this computer takes any free port. */
function linksOf(config: Config): string | null {
  return config.baseUrl === null && config.port === 0 ? null : originOf(config)
}

/** Opens accounts, roles and mail over a store. @throws StartError for a secret that is too easy to guess */
export function openDoors(config: Config, store: Store, log: Log): Doors {
  const secret = serverSecret(config.secret, config.databaseUrl)
  const mail = config.mail && openMail(config.mail)
  const access = openAccess(store)
  const accounts = openAccounts({ store, secret, origin: originOf(config), log, mail, oidc: config.oidc, access })
  const local = makeLocalSecret(config.databaseUrl)
  const { sessions } = accounts
  const identity = openRealIdentity({ sessions, local, principalOfToken: access.principalOfToken, whoIn: access.whoIn })
  const outbox = openOutbox({ store, secret, baseUrl: linksOf(config), mail, allowedHosts: config.webhookAllowedHosts })
  const close = () => {
    accounts.close()
    local.withdraw()
    mail?.close()
  }
  return { secret, access, accounts, local, identity, mail, outbox, close }
}
