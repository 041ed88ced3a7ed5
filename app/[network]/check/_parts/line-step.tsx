'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { Button } from '../../../components/ui/button.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { LineToCore } from './line-to-core.tsx'
import { ValueQuestion } from './value-question.tsx'

/** Where we stand: first in one's own words, then as the network tells it. */
export function LineStep({ ritual, node, next }: StepProps) {
  useAction(checkActions.next, next)
  return (
    <>
      <LineToCore nodeId={node.id} />
      <ValueQuestion ritualId={ritual.id} />
      <footer className={styles['foot']}>
        <Button tone="primary" onClick={next}>
          Go on to our numbers
        </Button>
      </footer>
    </>
  )
}
