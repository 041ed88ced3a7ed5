'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useLead } from '../../../../lib/client/ritual/use-lead.ts'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import { JoinCard } from '../../../components/ritual/frame/join-code.tsx'
import { ValueQuestion } from '../../../components/statements/value-question.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { LineToCore } from './line-to-core.tsx'

/** Where we stand: first in one's own words, then as the network tells it. */
export function LineStep({ ritual, node, next }: StepProps) {
  const isLead = useLead(ritual)
  useAction(checkActions.next, next)
  return (
    <>
      {ritual.isTogether && isLead && <JoinCard ritual={ritual} />}
      <OwnWords ritualId={ritual.id} />
      <LineToCore nodeId={node.id} />
      <footer className={styles['foot']}>
        <Button tone="primary" onClick={next}>
          Go on to our numbers
        </Button>
      </footer>
    </>
  )
}

function OwnWords({ ritualId }: { readonly ritualId: string }) {
  const room = useRoom(ritualId)
  if (!room) return null
  const { mine, open, answered } = room.question('value')
  // an answer that is on its way opens nothing yet
  const told = open ?? (room.isPending ? [] : null)
  const others = told?.filter(({ seatId }) => seatId !== room.me).map(({ body }) => body) ?? null
  return <ValueQuestion mine={mine} others={others} answered={answered.length} answer={(body) => room.answer('value', body)} />
}
