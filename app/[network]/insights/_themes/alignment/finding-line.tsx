'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import { withNames } from '../../../../../lib/domain/checks/say.ts'
import { sentenceText } from '../../../../../lib/domain/plan/sentence.ts'
import { AcceptedWords } from '../../../../components/checks/accepted-words.tsx'
import { findingActions, fixAction } from '../../../../components/checks/actions.ts'
import { FindingFixes } from '../../../../components/checks/finding-fixes.tsx'
import { FindingWays } from '../../../../components/checks/finding-ways.tsx'
import { severitySigns, severityWords } from '../../../../components/checks/severity.ts'
import { NamedSentence } from '../../../../components/figure/named-sentence.tsx'
import styles from './alignment.module.css'

type Props = { readonly finding: CheckFinding; readonly isCurrent: boolean; readonly choose: () => void }

/** One finding as a sentence; the one that is looked at with its records linked and with what can be done. */
export function FindingLine({ finding, isCurrent, choose }: Props) {
  const { snapshot } = useNetwork()
  const { id, severity, acceptance } = finding
  const sentence = useMemo(() => withNames(snapshot, finding.sentence), [snapshot, finding.sentence])
  return (
    <li className={styles['finding']} data-finding={id} data-severity={severity} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles['choose']}
        aria-current={isCurrent || undefined}
        aria-label={`${severityWords[severity]}: ${sentenceText(sentence)}`}
        onClick={choose}
      >
        <span className={styles['sign']} aria-hidden="true">
          {severitySigns[severity]}
        </span>
        {!isCurrent && <span className={styles['sentence']}>{sentenceText(sentence)}</span>}
      </button>
      {isCurrent && (
        <div className={styles['open']}>
          <p className={styles['sentence']}>
            <NamedSentence sentence={sentence} />
          </p>
          {acceptance && <AcceptedWords acceptance={acceptance} />}
          <FindingFixes
            key={id}
            fixes={finding.fixes}
            actionOf={({ key }) => fixAction(key)}
            doneWords={(fix) => (fix.id === 'accept' ? 'Accepted' : fix.label)}
          />
          <FindingWays finding={finding} action={findingActions.show} />
        </div>
      )}
      {!isCurrent && acceptance && (
        <div className={styles['accepted']}>
          <AcceptedWords acceptance={acceptance} />
        </div>
      )}
    </li>
  )
}
