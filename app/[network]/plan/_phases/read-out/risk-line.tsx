'use client'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { RitualItem } from '../../../../../lib/domain/entity.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import { listOf } from '../../../../../lib/domain/snapshot.ts'
import { Combobox } from '../../../../components/ui/combobox.tsx'
import styles from './read-out.module.css'
import { type Roam, roam } from './roam.ts'

type Props = {
  readonly risk: RitualItem
  readonly isCurrent: boolean
  readonly isEditable: boolean
  readonly choose: () => void
  readonly answer: (status: Roam) => void
}

/** One risk with its four answers. One that is owned says by whom. */
export function RiskLine({ risk, isCurrent, isEditable, choose, answer }: Props) {
  return (
    <li className={styles['risk']} data-current={isCurrent || undefined} data-open={risk.status === 'open' || undefined} onFocus={choose}>
      <span>{risk.text}</span>
      <span className={styles['roam']} role="group" aria-label={`What becomes of “${risk.text}”`}>
        {roam.map(({ status, letter, word }) => (
          <button
            key={status}
            type="button"
            aria-pressed={risk.status === status}
            aria-label={word}
            title={`${word} (${letter})`}
            disabled={!isEditable}
            onClick={() => answer(status)}
          >
            {letter}
          </button>
        ))}
      </span>
      {risk.status === 'owned' && <RiskOwner risk={risk} isEditable={isEditable} />}
    </li>
  )
}

function RiskOwner({ risk, isEditable }: Pick<Props, 'risk' | 'isEditable'>) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const people = listOf(snapshot, 'person').map(({ id, name }) => ({ id, label: name }))
  if (!isEditable) return <span>{people.find(({ id }) => id === risk.ownerId)?.label}</span>
  const own = (id: string | null) =>
    void mutate([call('ritualItem.update', { id: risk.id, set: { ownerId: id === null ? null : asId<'person'>(id) } })])
  return <Combobox label="Owned by" value={risk.ownerId} options={people} placeholder="by whom?" onChange={own} />
}
