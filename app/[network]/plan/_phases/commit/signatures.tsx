'use client'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useWho } from '../../../../../lib/client/who.ts'
import { speaksFor } from '../../../../../lib/domain/access.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import { ownNodes } from '../../../../../lib/domain/own-nodes.ts'
import type { CommitState } from '../../../../../lib/domain/ritual/plan/commit-state.ts'
import { find, referring } from '../../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../../components/ui/area-tone.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { commitActions } from './actions.ts'
import styles from './commit.module.css'

type Props = { readonly ritual: Ritual; readonly state: CommitState; readonly isLead: boolean }

/** Who stands for the plan of which node. An unsigned node is seen, and holds nothing up. */
export function Signatures({ ritual, state, isLead }: Props) {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  const mutate = useMutate()
  const own = ownNodes(snapshot, who.personId, today)
  const mine = state.unsignedNodeIds.filter((id) => own.has(id) && speaksFor(snapshot, who, id, today))
  const sign = (nodeId: string) =>
    void mutate([call('signOff.create', { id: freshId('signOff'), ritualId: ritual.id, nodeId: asId<'node'>(nodeId), note: null })], {
      toast: `Signed for ${find(snapshot, 'node', nodeId)?.name}`,
    })
  const [next] = mine
  useAction(commitActions.sign, () => next && sign(next), { enabled: next !== undefined && !isLead })
  const total = state.signedNodeIds.length + state.unsignedNodeIds.length
  return (
    <section className={styles['section']} aria-label="Signatures">
      <h2>
        Signed{' '}
        <small>
          {state.signedNodeIds.length} of {total}
        </small>
      </h2>
      {mine.map((id) => (
        <Button key={id} tone={isLead ? 'plain' : 'primary'} onClick={() => sign(id)}>
          Sign for {find(snapshot, 'node', id)?.name} {!isLead && id === next && <KeyHint keys="mod+Enter" />}
        </Button>
      ))}
      <SignedList ritual={ritual} state={state} />
    </section>
  )
}

function SignedList({ ritual, state }: Pick<Props, 'ritual' | 'state'>) {
  const { snapshot } = useNetwork()
  const tones = useAreaTones()
  const signOffs = referring(snapshot, 'signOff', 'ritualId', ritual.id)
  return (
    <ul className={styles['signed']}>
      {[...state.signedNodeIds, ...state.unsignedNodeIds].map((id) => {
        const node = find(snapshot, 'node', id)
        const signOff = signOffs.find(({ nodeId }) => nodeId === id)
        return (
          <li key={id} data-signed={signOff !== undefined || undefined}>
            <i style={{ background: tones.get(node?.areaId ?? '')?.colour }} />
            <b>{node?.name}</b>
            <span>{signOff ? `✓ ${find(snapshot, 'person', signOff.personId)?.name ?? 'signed'}` : 'not signed'}</span>
          </li>
        )
      })}
    </ul>
  )
}
