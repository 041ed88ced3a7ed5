import { Hono } from 'hono'
import { v7 } from 'uuid'
import { type Access, openAccess } from '../access/access.ts'
import type { Identity } from '../access/identity.ts'
import type { Accounts } from '../auth/accounts.ts'
import { mountAuth } from '../auth/mount.ts'
import type { Live } from '../live/events.ts'
import { openReadiness, type ReadinessReader } from '../operation/readiness.ts'
import { type Outbox, openOutbox } from '../outbox/outbox.ts'
import type { Store } from '../store-contract.ts'
import type { Route } from './context.ts'
import { mountDocs } from './docs/mount.ts'
import { mountHealth } from './health.ts'
import { type MetricsMount, mountMetrics } from './metrics.ts'
import { mountRoutes } from './mount.ts'
import { accountRoutes } from './routes-account.ts'
import { analysisRoutes } from './routes-analysis.ts'
import { answerRoutes } from './routes-answers.ts'
import { assessmentRoutes } from './routes-assessment.ts'
import { commandRoutes } from './routes-commands.ts'
import { findingRoutes } from './routes-findings.ts'
import { glueRoutes } from './routes-glue.ts'
import { guestRoutes } from './routes-guest.ts'
import { historyRoutes } from './routes-history.ts'
import { invitationRoutes } from './routes-invitations.ts'
import { meRoutes } from './routes-me.ts'
import { memberRoutes } from './routes-members.ts'
import { needRoutes } from './routes-needs.ts'
import { networkRoutes } from './routes-networks.ts'
import { notificationRoutes } from './routes-notifications.ts'
import { outputRoutes } from './routes-outputs.ts'
import { pastRoutes } from './routes-past.ts'
import { planningRoutes } from './routes-planning.ts'
import { presenceRoutes } from './routes-presence.ts'
import { privacyRoutes } from './routes-privacy.ts'
import { promiseRoutes } from './routes-promises.ts'
import { resourceRoutes } from './routes-resources.ts'
import { reviewRoutes } from './routes-review.ts'
import { roomRoutes } from './routes-room.ts'
import { setupRoutes } from './routes-setup.ts'
import { shareLinkRoutes } from './routes-share-links.ts'
import { talkRoutes } from './routes-talk.ts'
import { tokenRoutes } from './routes-tokens.ts'
import { transferRoutes } from './routes-transfer.ts'
import { userRoutes } from './routes-users.ts'
import { webhookRoutes } from './routes-webhooks.ts'

export type ApiOptions = {
  readonly store: Store
  readonly live: Live
  readonly identity: Identity
  /** members, tokens and links; made over the store unless the program has them already */
  readonly access?: Access
  /** users and sign-ins; none unless given */
  readonly accounts?: Accounts | null
  /** how people and programs are told; made over the store, with a secret of its own, unless given */
  readonly outbox?: Outbox
  readonly clock?: () => Date
  readonly uuid?: () => string
  /** whether the server can serve; looked up in the store unless given */
  readonly readiness?: ReadinessReader
  /** null where the numbers of the server are told to nobody */
  readonly metrics?: MetricsMount | null
  /** hears of bugs: failures that nobody expected */
  readonly onBug: (error: unknown, requestId: string) => void
}

/** Every route of the API. */
export const routes: readonly Route[] = [
  ...setupRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...networkRoutes,
  ...meRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...tokenRoutes,
  ...shareLinkRoutes,
  ...commandRoutes,
  ...historyRoutes,
  ...pastRoutes,
  ...presenceRoutes,
  ...needRoutes,
  ...assessmentRoutes,
  ...analysisRoutes,
  ...planningRoutes,
  ...findingRoutes,
  ...resourceRoutes,
  ...promiseRoutes,
  ...talkRoutes,
  ...reviewRoutes,
  ...glueRoutes,
  ...privacyRoutes,
  ...transferRoutes,
  ...notificationRoutes,
  ...webhookRoutes,
  ...answerRoutes,
  ...roomRoutes,
  ...outputRoutes,
  ...guestRoutes,
]

/** The API as a Hono app: plain requests in, plain answers out. */
export function createApi({
  store,
  live,
  identity,
  clock = () => new Date(),
  uuid = v7,
  access = openAccess(store, clock),
  accounts = null,
  outbox = openOutbox({ store, clock }),
  readiness = openReadiness({ store }),
  metrics = null,
  onBug,
}: ApiOptions): Hono {
  const app = new Hono()
  access.onChange(live.recheck)
  mountHealth(app, readiness)
  if (metrics) mountMetrics(app, metrics)
  mountDocs(app)
  if (accounts) mountAuth(app, accounts.mount)
  mountRoutes(app, routes, { services: { store, live, identity, access, accounts, outbox, clock, uuid }, onBug })
  return app
}
