'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useMayAdd } from '../../../../../lib/client/who.ts'
import { limits } from '../../../../../lib/domain/checks/limits.ts'
import { checkRules } from '../../../../../lib/domain/checks/registry.ts'
import { type CheckTheme, checkThemes } from '../../../../../lib/domain/checks/rule.ts'
import { counted } from '../../../../components/graph/words.ts'
import { Part } from '../../_parts/part.tsx'
import styles from './checks.module.css'
import { RulesTable } from './rules-table.tsx'

const themeWords: Readonly<Record<CheckTheme, { readonly name: string; readonly says: string }>> = {
  promises: { name: 'Promises', says: 'What key results need of each other, and whether it is asked, promised and in time.' },
  goals: { name: 'Goals', says: 'Objectives and key results as they are written.' },
  structure: { name: 'Structure', says: 'Nodes, areas, and who takes part.' },
  exchanges: { name: 'Exchanges', says: 'What nodes give each other.' },
}

/** Another number that a network sets beside its rules. */
const mutualValue = {
  key: 'mutualValue',
  title: 'Worth a coffee',
  why: 'Two nodes are brought together over coffee where each side would gain at least so much.',
  severity: null,
  limit: limits.mutualValue,
} as const

/** Which rules the network asks, and where they begin to speak. */
export function ChecksScreen() {
  const { slug, isPast } = useNetwork()
  const may = useMayAdd('checkSetting') && !isPast
  return (
    <>
      <h1>Checks</h1>
      <div className={styles['intro']}>
        <p>
          {counted(checkRules.length, 'rule')} look at the plan and at the network. They find, people decide: nothing is ever blocked.{' '}
          <Link href={`/${slug}/insights?theme=alignment`} prefetch={false}>
            See what they find
          </Link>
        </p>
        <p>
          {may
            ? 'What you set here holds for everybody, in planning and in drafts too. Arrows lead through the switches, Space turns one.'
            : 'A facilitator, an editor or an owner of the network sets these. You read them.'}
        </p>
      </div>
      {checkThemes.map((theme) => (
        <Part key={theme} id={`checks-${theme}`} title={themeWords[theme].name} hint={themeWords[theme].says}>
          <RulesTable caption={themeWords[theme].name} rules={checkRules.filter((rule) => rule.theme === theme)} may={may} />
        </Part>
      ))}
      <Part id="checks-coffee" title="Coffee">
        <RulesTable caption="Coffee" rules={[mutualValue]} may={may} />
      </Part>
    </>
  )
}
