import { ask } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import { ownRecords } from '../../domain/people/own-records.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import { withNames } from './vault.ts'

type Place = { readonly networkId: string; readonly personId: string; readonly role: string }

function text(instant: Date): string {
  return formatInstant(instant.getTime())
}

function textOrNull(instant: Date | null): string | null {
  return instant && text(instant)
}

/** A page of notifications is never longer than all there are: they are forgotten after a while. */
const allNotifications = 100_000
const farFuture = new Date('9999-12-31T00:00:00Z')

/** What is noted of a person beside the records. A token of a person signs as `PERSON/TOKEN`, and `0` follows `/`. */
function* tracesOf(statements: Statements, { networkId, personId }: Place) {
  const told = yield* ask(statements.allNotificationsOf, { networkId, personId, at: farFuture, before: '', limit: allNotifications })
  const written = yield* ask(statements.setsOfActor, { networkId, actor: personId, from: `${personId}/`, before: `${personId}0` })
  const changeSets = yield* withNames(statements, networkId, written)
  const seats = yield* ask(statements.seatsOfPerson, { networkId, personId })
  const sealed = yield* ask(statements.sealedOfSeat, { networkId, seatId: personId })
  return {
    notifications: told.map(({ kind, subject, subjectId, at, readAt }) => ({ kind, subject, subjectId, at: text(at), readAt: textOrNull(readAt) })),
    changeSets: changeSets.map((set) => ({ ...set, at: text(set.at) })),
    seats: seats.map((seat) => ({ ...seat, joinedAt: text(seat.joinedAt), leftAt: textOrNull(seat.leftAt) })),
    sealedAnswers: sealed.map((answer) => ({ ...answer, at: text(answer.at) })),
  }
}

function* accountOf(statements: Statements, userId: string) {
  const [user] = yield* ask(statements.userById, { userId })
  if (!user) throw new DomainError('FORBIDDEN', 'This account is not there any more.')
  const signIns = yield* ask(statements.signInsOf, { userId })
  const sessions = yield* ask(statements.sessionsOf, { userId })
  const { id, name, email, createdAt, twoFactorEnabled, isInstanceOwner } = user
  return {
    account: {
      ...{ id, name, email, createdAt: text(createdAt), hasSecondFactor: twoFactorEnabled, isInstanceOwner },
      signIns: signIns.map(({ providerId, createdAt: since }) => ({ provider: providerId, createdAt: text(since) })),
    },
    sessions: sessions.map(({ createdAt: since, updatedAt, expiresAt, ipAddress, userAgent }) => ({
      ...{ signedInAt: text(since), lastSeenAt: text(updatedAt), expiresAt: text(expiresAt), address: ipAddress, browser: userAgent },
    })),
  }
}

function* tokensOf(statements: Statements, userId: string) {
  const tokens = yield* ask(statements.ownTokens, { userId })
  return Map.groupBy(
    tokens.map(({ networkId, name, scope, createdAt, expiresAt, lastUsedAt }) => ({
      networkId,
      token: { name, scope, createdAt: text(createdAt), expiresAt: text(expiresAt), lastUsedAt: textOrNull(lastUsedAt) },
    })),
    ({ networkId }) => networkId,
  )
}

/**
 * Everything that this server knows about an account, but for its secrets.
 *
 * @throws DomainError FORBIDDEN where the account is gone
 */
export async function ownDataOf(store: Pick<Store, 'ask' | 'read'>, userId: string, now: string) {
  const own = await store.ask((statements) => accountOf(statements, userId))
  const places: readonly Place[] = await store.ask((statements) => ask(statements.membershipsOf, { userId }))
  const tokens = await store.ask((statements) => tokensOf(statements, userId))
  const networks = await Promise.all(
    places.map(async (place) => {
      const snapshot = await store.read(place.networkId)
      const traces = await store.ask((statements) => tracesOf(statements, place))
      const { id, name } = networkOf(snapshot)
      const ownTokens = (tokens.get(place.networkId) ?? []).map(({ token }) => token)
      return { id, name, role: place.role, ...ownRecords(snapshot, place.personId), ...traces, tokens: ownTokens }
    }),
  )
  return { format: 'weft-own-data/1' as const, exportedAt: now, ...own, networks }
}
