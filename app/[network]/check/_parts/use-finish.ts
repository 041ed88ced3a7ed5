import { freshId } from '../../../../lib/client/fresh-id.ts'
import { messageOf, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { request } from '../../../../lib/client/request.ts'
import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import { type Room, useRoom } from '../../../../lib/client/room/use-room.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import type { room as contract } from '../../../../lib/contract/room.ts'
import { type StatementKey, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import { leastVoters } from '../../../../lib/domain/vocabulary.ts'
import type { StepProps } from './check-session.tsx'
import { finishCalls, type Leaving } from './finish.ts'
import { useChange } from './use-change.ts'
import { useKept } from './use-kept.ts'

const dayMs = 86_400_000

/** The statements that the team may let go: open, and with enough voters that nobody can be picked out. */
export function shareable(room: Room | null): readonly StatementKey[] {
  return statements.flatMap(({ key }) => {
    const all = room?.question(key).spread?.find(({ nodeId }) => nodeId === null)
    return all && all.voters >= leastVoters ? [key] : []
  })
}

/** Everything that the end of a check needs, and the end itself. */
export function useFinish({ ritual, node }: Pick<StepProps, 'ritual' | 'node'>, text: string) {
  const { snapshot, networkId, today } = useNetwork()
  const { forget } = useKept(ritual.id)
  const { said } = useChange(ritual)
  const room = useRoom(ritual.id)
  const mutate = useMutate()
  return async (leaving: Leaving & { readonly votes: boolean }, inDays: number | null) => {
    const keys = shareable(room)
    if (leaving.votes && keys.length > 0) {
      const params = { network: networkId, ritual: ritual.id }
      try {
        await request<typeof contract.share>(
          { method: 'POST', path: '/networks/{network}/rituals/{ritual}/tallies' },
          { params, body: { keys: [...keys] } },
        )
      } catch (error) {
        return showToast(messageOf(error), { tone: 'error' })
      }
    }
    const seats = room?.seats ?? []
    const nextAt = inDays === null ? null : new Date(serverNow() + inDays * dayMs).toISOString()
    const attendeeIds = seats.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    const present = { attendeeIds, guests: seats.filter(({ isGuest }) => isGuest).length }
    const calls = finishCalls(snapshot, { ritual, node, said, text, leaving, ...present, nextAt, today }, freshId)
    const done = await mutate(calls, { toast: 'The check is finished.', isFinal: true })
    if (done) forget()
  }
}
