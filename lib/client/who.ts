import { createContext, use, useCallback } from 'react'
import type { Me } from '../contract/me.ts'
import { can, mayChange, type NetworkAction, type Subject, type Who } from '../domain/access.ts'
import type { AnyEntity } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { entityWords, networkOf } from '../domain/snapshot.ts'
import { useNetwork } from './network/provider.tsx'

/** Who uses this browser, with the name and account. */
export function useMe(): Me {
  return useNetwork().me
}

/** Who acts, as `can`, `mayChange` and the moves of promises want it. */
export function useWho(): Who {
  return useNetwork().who
}

/** Whether one looks through a link, at a part of the network: what is said of the whole cannot be worked out from it. */
export function useIsVisitor(): boolean {
  const { personId, userId, role } = useMe()
  return personId === null && userId === null && role === 'viewer'
}

/** Whether the role allows an action in the network as a whole. */
export function useCan(action: NetworkAction): boolean {
  return can(useWho().role, action)
}

/** Asks whether a record may be made, changed or deleted. */
export type Ask = (entity: EntityName, record: AnyEntity | undefined) => boolean

/** The question for several records at once. Somebody without a person reads only. */
export function useMayAsk(): Ask {
  const { snapshot, today, me, isPast } = useNetwork()
  const who = useWho()
  return useCallback<Ask>(
    (entity, record) => {
      if (!record || isPast || isOnlooker(me)) return false
      return mayChange(snapshot, who, castSubject(entity, record), today)
    },
    [snapshot, who, today, me, isPast],
  )
}

/** An instance owner who has not joined the network sees everything and writes nothing. The program itself has no account at all. */
function isOnlooker({ personId, userId }: Me): boolean {
  return personId === null && userId !== null
}

/** Guaranteed by the callers: the record is of the entity that is named beside it. */
function castSubject(entity: EntityName, record: AnyEntity): Subject {
  return { entity, record }
}

/** Whether this very record may be changed or deleted by who uses this browser. */
export function useMay(entity: EntityName, record: AnyEntity | undefined): boolean {
  return useMayAsk()(entity, record)
}

/** Whether records of a kind may be made that live on no node of one's own yet: a node, a value area, a person. */
export function useMayAdd(entity: EntityName): boolean {
  const { snapshot } = useNetwork()
  return useMay(entity, networkOf(snapshot))
}

/** Why something cannot be changed, as a sentence for who sees it. */
export function refusalOf(me: Me, entity: EntityName): string {
  if (isOnlooker(me)) return 'You look at this network as the owner of the server. Join it to change something.'
  if (me.role === 'contributor') return `You can change what lives on nodes in which you take part. This ${entityWords[entity]} lives elsewhere.`
  return `Your role here is ${me.role}, which reads this ${entityWords[entity]} and does not change it.`
}

/** Why the records in this part of the screen cannot be changed; null where they can. */
export const Refusal = createContext<string | null>(null)

/** Why nothing may be edited here; null where it may. Fields show their value as text then, and what adds or deletes is not there. */
export function useRefusal(): string | null {
  return use(Refusal)
}
