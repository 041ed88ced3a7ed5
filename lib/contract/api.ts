import { acceptances } from './acceptances.ts'
import { account } from './account.ts'
import { analysis } from './analysis.ts'
import { answers } from './answers.ts'
import { areas } from './areas.ts'
import { assessment } from './assessment.ts'
import { checkIns } from './check-ins.ts'
import { checkSettings } from './check-settings.ts'
import { commandBatch } from './commands.ts'
import { comments } from './comments.ts'
import { cycles } from './cycles.ts'
import { dependencies } from './dependencies.ts'
import { exchanges } from './exchanges.ts'
import { findings } from './findings.ts'
import { glue } from './glue.ts'
import { goals } from './goals.ts'
import { guest } from './guest.ts'
import { healthMetrics } from './health-metrics.ts'
import { history } from './history.ts'
import { invitations } from './invitations.ts'
import { keyResults } from './key-results.ts'
import { me } from './me.ts'
import { members } from './members.ts'
import { networks } from './networks.ts'
import { nodeNeeds } from './node-needs.ts'
import { nodes } from './nodes.ts'
import { notifications } from './notifications.ts'
import { objectives } from './objectives.ts'
import type { Operation } from './operation.ts'
import { outputs } from './outputs.ts'
import { participations } from './participations.ts'
import { people } from './people.ts'
import { planning } from './planning.ts'
import { presence } from './presence.ts'
import { privacy } from './privacy.ts'
import { moves } from './promise-moves.ts'
import { promiseViews } from './promise-views.ts'
import { exchangeChecks, proposals } from './review.ts'
import { room } from './room.ts'
import { setup } from './setup.ts'
import { shareLinks } from './share-links.ts'
import { sources } from './sources.ts'
import { teams } from './teams.ts'
import { tokens } from './tokens.ts'
import { transfer } from './transfer.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'
import { whatIfs } from './what-ifs.ts'

/** Every resource whose records are listed and written one by one. */
export const resources = [
  areas,
  nodes,
  people,
  teams,
  participations,
  exchanges,
  goals,
  cycles,
  objectives,
  keyResults,
  dependencies,
  sources,
  healthMetrics,
  checkSettings,
  acceptances,
  whatIfs,
] as const

/** The whole API by name, as clients call it: `api.nodes.create`. */
export const api = {
  setup,
  account,
  users,
  networks,
  me,
  members,
  invitations,
  tokens,
  shareLinks,
  commandBatch,
  history,
  presence,
  transfer,
  areas,
  nodes,
  nodeNeeds,
  assessment,
  analysis,
  planning,
  findings,
  people,
  teams,
  participations,
  exchanges,
  goals,
  cycles,
  objectives,
  keyResults,
  dependencies,
  moves,
  promiseViews,
  checkIns,
  comments,
  sources,
  healthMetrics,
  checkSettings,
  acceptances,
  whatIfs,
  glue,
  proposals,
  exchangeChecks,
  privacy,
  notifications,
  webhooks,
  answers,
  room,
  outputs,
  guest,
} as const

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}

/** Every operation, in the order in which the document lists them. */
export const operations: readonly Operation[] = Object.values(api).flatMap((group) =>
  isOperation(group) ? [group] : Object.values(group).filter(isOperation),
)
