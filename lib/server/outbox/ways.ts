import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { NotificationKind } from '../../domain/notify/kinds.ts'
import { channelsFor, mailOf, type ToldChoices, topicOf } from '../../domain/notify/topics.ts'

/** Guaranteed by the contract, through which alone the choices are written. */
function castChoices(json: unknown): ToldChoices {
  return json as ToldChoices
}

/** What became of a notification by mail, or will: `due` is one of its own, `digest` a line of the next one. */
export type MailState = 'none' | 'digest' | 'due' | 'sent'

/** On which ways a notification is told. */
export type Ways = { readonly isListed: boolean; readonly mail: MailState }

/**
 * The ways for a kind, as a person has chosen; null where they want it told on none.
 *
 * @param isAwaited an answer is waited for in a room in which the person is not: whoever wants mails of it has one at once
 */
export function waysFor(choices: ToldChoices, kind: NotificationKind, isAwaited = false): Ways | null {
  const topic = topicOf(kind)
  const chosen = channelsFor(choices, topic)
  if (chosen.length === 0) return null
  const mail = isAwaited || mailOf(topic) === 'atOnce' ? 'due' : 'digest'
  return { isListed: chosen.includes('inApp'), mail: chosen.includes('mail') ? mail : 'none' }
}

/** What the members of a network have chosen, by person. */
export function* allChoices(statements: Statements, networkId: string): Steps<ReadonlyMap<string, ToldChoices>> {
  const rows = yield* ask(statements.toldByIn, { networkId })
  return new Map(rows.map(({ personId, toldBy }) => [personId, castChoices(toldBy)]))
}

/** What one person has chosen; nothing where they are no member. */
export function* choicesOf(
  statements: Statements,
  { networkId, personId }: { readonly networkId: string; readonly personId: string },
): Steps<ToldChoices> {
  const [row] = yield* ask(statements.toldByOf, { networkId, personId })
  return castChoices(row?.toldBy ?? {})
}
