'use client'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { checkedOf } from '../../../../../lib/client/network/checked.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Checked } from '../../../../../lib/domain/checks/findings.ts'
import { checkRules } from '../../../../../lib/domain/checks/registry.ts'
import { findingActions } from '../../../../components/checks/actions.ts'
import { firstFinding } from '../../../../components/checks/finding-address.ts'
import { severitySigns, severityWords } from '../../../../components/checks/severity.ts'
import { walkHref } from '../../../../components/checks/ways.ts'
import { counted } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import styles from './alignment.module.css'
import { FindingLine } from './finding-line.tsx'
import { RuleFindings } from './rule-findings.tsx'
import { useFindingWalk } from './use-finding-walk.ts'

/** What the alignment rules find: walked one by one, each with what can be done about it. Findings never block. */
export function Alignment() {
  const { snapshot, assessment } = useNetwork()
  const checked = checkedOf(snapshot, assessment)
  const walk = useFindingWalk(checked)
  const { groups, current, isAcceptedShown, choose, step, fold, showWhole, toggleAccepted } = walk
  const hasAccepted = checked.accepted.length > 0
  useAction(findingActions.next, () => step(1))
  useAction(findingActions.previous, () => step(-1))
  useAction(findingActions.accepted, toggleAccepted, { enabled: hasAccepted })
  return (
    <div ref={walk.list} className={styles['page']} data-scope="findings" data-home-scope="findings">
      <Counts checked={checked} />
      {checked.findings.length === 0 && (
        <EmptyState title="Nothing to say">
          {counted(checkRules.length - checked.off.length, 'rule')}{' '}
          {hasAccepted ? 'were asked; what they found was accepted.' : 'were asked and found nothing.'}
        </EmptyState>
      )}
      {groups.map(({ severity, rules, count }) => (
        <section key={severity} className={styles['severity']} data-severity={severity} aria-label={`${severityWords[severity]}: ${count}`}>
          <h2>
            <span aria-hidden="true">{severitySigns[severity]}</span> {severityWords[severity]} <b>{count}</b>
          </h2>
          {rules.map((group) => (
            <RuleFindings
              key={group.rule.key}
              group={group}
              current={current}
              choose={choose}
              fold={() => fold(group, group.isOpen)}
              showWhole={() => showWhole(group.rule.key)}
            />
          ))}
        </section>
      ))}
      {hasAccepted && (
        <section className={styles['severity']} aria-label={`Accepted: ${checked.accepted.length}`}>
          <Button tone="quiet" aria-expanded={isAcceptedShown} onClick={toggleAccepted}>
            {isAcceptedShown ? 'Hide' : 'Show'} {counted(checked.accepted.length, 'accepted finding')} <KeyHint keys="a" />
          </Button>
          {isAcceptedShown && (
            <ol className={styles['list']} aria-label="Accepted findings">
              {checked.accepted.map((finding) => (
                <FindingLine key={finding.id} finding={finding} isCurrent={finding === current} choose={() => choose(finding.id)} />
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  )
}

/** How much there is, of how many rules, and where one sets them. */
function Counts({ checked: { findings, accepted, off } }: { readonly checked: Checked }) {
  const { slug } = useNetwork()
  const now = new URLSearchParams(useSearchParams())
  const asked = `${counted(checkRules.length - off.length, 'rule')} asked`
  const left = [accepted.length > 0 ? `${accepted.length} accepted` : '', asked, off.length > 0 ? `${off.length} switched off` : '']
  return (
    <header className={styles['counts']}>
      <p role="status">
        <b>{counted(findings.length, 'finding')}</b>. {left.filter((part) => part !== '').join(', ')}.
      </p>
      <p className={styles['keys']}>
        <KeyHint keys="j" /> <KeyHint keys="k" /> walk
        {findings.length > 0 && (
          <Link href={walkHref(slug, 'map', firstFinding, now)} prefetch={false}>
            Walk on the map
          </Link>
        )}
        <Link href={`/${slug}/settings/checks`} prefetch={false}>
          Set the rules
        </Link>
      </p>
    </header>
  )
}
