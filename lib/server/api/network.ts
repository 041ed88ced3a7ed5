import type { Who } from '../../domain/access.ts'
import type { CommandCall } from '../../domain/command/call.ts'
import { nameOfStep } from '../../domain/command/leading.ts'
import { runCommands } from '../../domain/command/run.ts'
import type { CommitContext, Committed, Decide } from '../store-contract.ts'
import type { Idempotency, Services } from './context.ts'

type InNetwork = Services & {
  readonly params: { readonly network: string }
  readonly actor: string
  readonly who: Who
  readonly now: string
  readonly idempotency: Idempotency | undefined
}

/** Who acts when in which network. @throws DomainError NOT_FOUND */
export async function contextOf({ store, params, actor, who, now }: InNetwork): Promise<CommitContext> {
  return { actor, who, now, networkId: await store.resolve(params.network) }
}

/** Commits commands as one change set. */
export async function commitCommands(call: InNetwork, commands: readonly CommandCall[]): Promise<Committed> {
  const decide: Decide = (snapshot, ctx) => runCommands(snapshot, commands, ctx)
  return call.store.commit(await contextOf(call), { name: nameOfStep(commands), decide }, call.idempotency && { idempotency: call.idempotency })
}
