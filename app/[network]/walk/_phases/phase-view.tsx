'use client'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { assertNever } from '../../../../lib/domain/error.ts'
import type { Session } from '../_session/use-session.ts'
import { ActionsPhase } from './actions-phase.tsx'
import { ChangedPhase } from './changed-phase.tsx'
import { ClosePhase } from './close-phase.tsx'
import { StopPhase } from './stop-phase.tsx'
import { SweepPhase } from './sweep-phase.tsx'

type Props = { readonly session: Session; readonly mayWrite: boolean; readonly onEdit: (item: RitualItem) => void }

/** What the room looks at. */
export function PhaseView({ session, mayWrite, onEdit }: Props) {
  const { phase } = session.step
  switch (phase) {
    case 'actions':
      return <ActionsPhase session={session} mayWrite={mayWrite} />
    case 'changed':
      return <ChangedPhase session={session} />
    case 'stops':
      return session.stop && <StopPhase session={session} stop={session.stop} />
    case 'sweep':
      return <SweepPhase session={session} />
    case 'close':
      return <ClosePhase session={session} mayWrite={mayWrite} onEdit={onEdit} />
    default:
      return assertNever(phase)
  }
}
