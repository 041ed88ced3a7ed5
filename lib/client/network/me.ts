import type { Me } from '../../contract/me.ts'
import type { Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import type { Observable } from '../observable.ts'
import { send } from '../request.ts'

/** The same as commands know it. */
export function whoOf({ personId, role, members }: Me): Who {
  return { personId, role, members: new Map(members.map((each) => [each.personId, each.role])) }
}

/**
 * Asks the server again who uses this browser. What was known stays where it does not answer; whoever has no part in the network any more is
 * shown out, and somebody else who signed in in another window gets a page of their own.
 */
export async function refreshMe(network: string, me: Observable<Me>): Promise<void> {
  try {
    const response = await send({ method: 'GET', path: '/networks/{network}/me' }, { params: { network } })
    const next = castMe(await response.json())
    if (next.userId !== me.get().userId) return window.location.reload()
    if (JSON.stringify(next) !== JSON.stringify(me.get())) me.set(next)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') window.location.reload()
  }
}

/** Guaranteed by the server: the answer has passed the schema of its operation. */
function castMe(body: unknown): Me {
  return body as Me
}
