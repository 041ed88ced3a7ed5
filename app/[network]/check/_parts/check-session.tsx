'use client'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { usePhase } from '../../../../lib/client/ritual/use-phase.ts'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import { useMayAsk } from '../../../../lib/client/who.ts'
import type { Node, Ritual } from '../../../../lib/domain/entity.ts'
import type { CheckPhase } from '../../../../lib/domain/vocabulary.ts'
import { RitualFrame } from '../../../components/ritual/frame/frame.tsx'
import { ChangeStep } from './change-step.tsx'
import styles from './check.module.css'
import { DoneStep } from './done-step.tsx'
import { GuestLink } from './guest-link.tsx'
import { LineStep } from './line-step.tsx'
import { NumbersStep } from './numbers-step.tsx'
import { PromisesStep } from './promises-step.tsx'
import { StatementsStep } from './statements-step.tsx'
import { stepAfter, steps } from './steps.ts'

/** What every part of a check is given. */
export type StepProps = {
  readonly ritual: Ritual
  readonly node: Node
  /** whether who uses this browser is of the node: others only vote and look on */
  readonly isOurs: boolean
  readonly next: () => void
}

const parts: Record<CheckPhase, (props: StepProps) => ReactNode> = {
  line: LineStep,
  numbers: NumbersStep,
  promises: PromisesStep,
  statements: StatementsStep,
  change: ChangeStep,
  done: DoneStep,
}

/** A check that is going on. Who leads it takes the others along; alone one leads oneself. */
export function CheckSession({ ritual, node }: { readonly ritual: Ritual; readonly node: Node }) {
  const { here, go } = usePhase(ritual, steps)
  const isOurs = useMayAsk()('ritual', ritual)
  const room = useRoom(ritual.id)
  const isOutside = room !== null && room.me === null
  const sitDown = useEffectEvent(() => void room?.join(node.id))
  useEffect(() => {
    if (isOutside) sitDown()
  }, [isOutside])
  const Step = parts[here]
  const after = stepAfter(here)
  return (
    <RitualFrame ritual={ritual} phases={steps} here={here} onPhase={go} tools={isOurs && ritual.isTogether && <GuestLink ritual={ritual} />}>
      <div className={styles['step']} data-foot>
        <Step key={here} ritual={ritual} node={node} isOurs={isOurs} next={() => after && go(after)} />
      </div>
    </RitualFrame>
  )
}
