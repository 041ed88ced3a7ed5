'use client'
import { useId, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import type { CheckRule } from '../../../../../lib/domain/checks/rule.ts'
import { findingActions } from '../../../../components/checks/actions.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import styles from './alignment.module.css'
import { FindingLine } from './finding-line.tsx'
import type { ShownGroup } from './use-finding-walk.ts'

type Props = {
  readonly group: ShownGroup
  readonly current: CheckFinding | null
  readonly choose: (id: string) => void
  readonly open: () => void
}

/** What one rule finds, with why it asks. */
export function RuleFindings({ group: { rule, findings, shown }, current, choose, open }: Props) {
  const [isWhyOpen, setWhyOpen] = useState(false)
  const id = useId()
  const isHere = current?.rule === rule.key
  const toggle = () => setWhyOpen(!isWhyOpen)
  useAction(findingActions.why, toggle, { enabled: isHere })
  return (
    <section className={styles['rule']} aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {rule.title} <span className={styles['count']}>{findings.length}</span>
        </h3>
        <Button size="small" tone="quiet" aria-expanded={isWhyOpen} aria-controls={`${id}-why`} aria-describedby={id} onClick={toggle}>
          Why {isHere && <KeyHint keys="h" />}
        </Button>
      </header>
      <div id={`${id}-why`} hidden={!isWhyOpen}>
        <Why rule={rule} />
      </div>
      <ol className={styles['list']} aria-label={rule.title}>
        {shown.map((finding) => (
          <FindingLine key={finding.id} finding={finding} isCurrent={finding === current} choose={() => choose(finding.id)} />
        ))}
      </ol>
      {shown.length < findings.length && (
        <Button size="small" tone="quiet" onClick={open}>
          Show all {findings.length}
        </Button>
      )}
    </section>
  )
}

function Why({ rule: { why, fix, source } }: { readonly rule: CheckRule }) {
  return (
    <dl className={styles['why']}>
      <dt>Why it is worth a look</dt>
      <dd>{why}</dd>
      <dt>What people do about it</dt>
      <dd>{fix}</dd>
      <dt>Where the rule comes from</dt>
      <dd>{source}</dd>
    </dl>
  )
}
