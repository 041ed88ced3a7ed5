'use client'
import { useId, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import type { CheckRule } from '../../../../../lib/domain/checks/rule.ts'
import { findingActions } from '../../../../components/checks/actions.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import styles from './alignment.module.css'
import { FindingLine } from './finding-line.tsx'
import type { ShownGroup } from './shown-groups.ts'

type Props = {
  readonly group: ShownGroup
  readonly current: CheckFinding | null
  readonly choose: (id: string) => void
  /** shows the findings of a rule that stands as one line, or hides them again */
  readonly fold: () => void
  /** shows those too that are left out at first */
  readonly showWhole: () => void
}

/** What one rule finds, with why it asks: one by one, or as one line that opens. */
export function RuleFindings({ group: { rule, findings, shown, isFolded, isOpen }, current, choose, fold, showWhole }: Props) {
  const [isWhyOpen, setWhyOpen] = useState(false)
  const id = useId()
  const isHere = current?.rule === rule.key
  const toggle = () => setWhyOpen(!isWhyOpen)
  useAction(findingActions.why, toggle, { enabled: isHere })
  return (
    <section className={styles['rule']} aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {isFolded ? (
            <button type="button" className={styles['fold']} aria-expanded={isOpen} aria-controls={isOpen ? `${id}-list` : undefined} onClick={fold}>
              <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={12} /> {rule.title}{' '}
              <span className={styles['count']}>{findings.length}</span>
            </button>
          ) : (
            <>
              {rule.title} <span className={styles['count']}>{findings.length}</span>
            </>
          )}
        </h3>
        <Button size="small" tone="quiet" aria-expanded={isWhyOpen} aria-controls={`${id}-why`} aria-describedby={id} onClick={toggle}>
          Why {isHere && <KeyHint keys="h" />}
        </Button>
      </header>
      <div id={`${id}-why`} hidden={!isWhyOpen}>
        <Why rule={rule} />
      </div>
      {isOpen && (
        <ol id={`${id}-list`} className={styles['list']} aria-label={rule.title}>
          {shown.map((finding) => (
            <FindingLine key={finding.id} finding={finding} isCurrent={finding === current} choose={() => choose(finding.id)} />
          ))}
        </ol>
      )}
      {isOpen && shown.length < findings.length && (
        <Button size="small" tone="quiet" onClick={showWhole}>
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
