import { api } from '../../contract/api.ts'
import type { Operation } from '../../contract/operation.ts'
import { DomainError } from '../../domain/error.ts'
import { addressOf } from '../client-address.ts'
import { type Answering, giveAnswer, readAnswer, undoAnswer } from '../outbox/answers.ts'
import { type Call, type Route, route } from './context.ts'

type Asking = Pick<Call<Operation>, 'store' | 'access' | 'outbox' | 'accounts' | 'now' | 'request'>

function answeringOf({ store, access, outbox, now }: Asking): Answering {
  return { store, memberships: access.memberships, links: outbox.links, now }
}

/** Counts links that do not work, by the address that tries them. @throws DomainError TOO_MANY_REQUESTS */
async function counted<T>(asking: Asking, work: () => Promise<T>): Promise<T> {
  const wasRight = await asking.accounts?.limits.count({ account: null, address: addressOf(asking.request) })
  try {
    const answer = await work()
    await wasRight?.()
    return answer
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'LINK_OVER') await wasRight?.()
    throw error
  }
}

const { answers } = api

/** Answers by a link from a mail. */
export const answerRoutes: readonly Route[] = [
  route(answers.read, (call) => counted(call, () => readAnswer(answeringOf(call), call.params.token))),
  route(answers.give, (call) => counted(call, () => giveAnswer(answeringOf(call), call.params.token, call.body))),
  route(answers.undo, (call) => counted(call, () => undoAnswer(answeringOf(call), call.params.token))),
]
