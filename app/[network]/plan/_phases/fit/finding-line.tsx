'use client'
import { useEffect, useRef } from 'react'
import { checkedOf } from '../../../../../lib/client/network/checked.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Finding, FindingRule } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'
import { isOpenFinding } from '../../../../../lib/domain/ritual/plan/fit/handle.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { FindingFixes } from '../../../../components/checks/finding-fixes.tsx'
import { FindingWays } from '../../../../components/checks/finding-ways.tsx'
import { NamedSentence } from '../../../../components/figure/named-sentence.tsx'
import { fitFixAction } from './actions.ts'
import styles from './fit.module.css'

/** What a rule is called in the list, in two or three words. */
const ruleWords: Record<FindingRule, string> = {
  ring: 'Waiting in a ring',
  backwards: 'Backwards date',
  afterDue: 'Comes too late',
  refused: 'Refused',
  unanswered: 'No answer yet',
  unsent: 'Never asked',
  undated: 'No date',
  chain: 'Long chain',
  overload: 'Many promises',
  capacity: 'More than a quarter holds',
  talk: 'Still to talk',
  doubt: 'Low confidence',
  emptyArea: 'Empty area',
  orphan: 'Stands alone',
}

const signs = { high: '▲', medium: '◆', low: '●' } as const
const severityWords = { high: 'important', medium: 'worth a look', low: 'for notice' } as const

type Props = { readonly finding: Finding; readonly isCurrent: boolean; readonly choose: () => void }

/** One finding: what it is, in a sentence; the chosen one with what can be done about it. */
export function FindingLine({ finding, isCurrent, choose }: Props) {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={line}
      className={styles['finding']}
      data-current={isCurrent || undefined}
      data-handled={!isOpenFinding(finding) || undefined}
      data-severity={finding.severity}
    >
      <button type="button" className={styles['rule']} aria-current={isCurrent || undefined} onClick={choose}>
        <span className={styles['sign']} role="img" aria-label={severityWords[finding.severity]}>
          {signs[finding.severity]}
        </span>
        <span>{ruleWords[finding.rule]}</span>
        <HandledWords finding={finding} />
      </button>
      <p className={styles['sentence']}>
        <NamedSentence sentence={finding.sentence} hasLinks={isCurrent} />
      </p>
      {isCurrent && <FindingFixes key={finding.id} fixes={finding.fixes} actionOf={({ id }) => fitFixAction(id)} />}
      {isCurrent && <Ways finding={finding} />}
    </li>
  )
}

/** The ways to the drawings, where the rules of the network find the same. */
function Ways({ finding }: { readonly finding: Finding }) {
  const { snapshot, assessment } = useNetwork()
  const isThere = checkedOf(snapshot, assessment).findings.some(({ id }) => id === finding.id)
  return isThere ? <FindingWays finding={finding} cycleId={assessment.cycleId} /> : null
}

function HandledWords({ finding: { handled } }: { readonly finding: Finding }) {
  const { snapshot } = useNetwork()
  if (!handled) return null
  const item = find(snapshot, 'ritualItem', handled.itemId)
  const owner = find(snapshot, 'person', item?.ownerId ?? null)?.name
  const words = { accepted: 'risk accepted', assigned: owner ? `with ${owner}` : 'has an owner', talk: 'both sides talk' } as const
  return <span className={styles['handled']}>✓ {words[handled.how]}</span>
}
