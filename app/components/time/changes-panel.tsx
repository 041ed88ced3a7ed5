'use client'
import { useMemo } from 'react'
import { countsOf, toldOf } from '../../../lib/client/compare/scene-changes.ts'
import type { Compared } from '../../../lib/client/compare/use-compared.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { showToast } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import type { Difference, NodeSentences } from '../../../lib/domain/history/compare.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { ChangeSign } from './change-sign.tsx'
import styles from './changes-panel.module.css'
import { comparedTakeaway, comparedText, sectionsOf, sideWords } from './compared-words.ts'
import { selectionOfDifference } from './selection-of.ts'

async function copy(compared: Compared): Promise<void> {
  try {
    await navigator.clipboard.writeText(comparedText(compared))
    showToast('The list of changes is copied.')
  } catch {
    showToast('The browser did not allow copying.', { tone: 'error' })
  }
}

/** What changed between the two moments, in sentences: the same that the drawing marks. */
export function ChangesPanel({ compared }: { readonly compared: Compared }) {
  const told = useMemo(() => toldOf(compared.comparison), [compared])
  const sections = useMemo(() => sectionsOf(compared), [compared])
  const counts = countsOf(told)
  return (
    <aside className={styles['panel']} aria-label="What changed">
      <div className={styles['head']}>
        <h2>{told.length === 0 ? comparedTakeaway(compared) : compared.comparison.takeaway}</h2>
        <p className={styles['moments']}>
          {sideWords(compared.before)} → {sideWords(compared.after)}
        </p>
        <ul className={styles['counts']} aria-label="How many">
          {(['added', 'removed', 'changed'] as const).map((kind) => (
            <li key={kind}>
              <ChangeSign kind={kind} /> {counts[kind]} {kind}
            </li>
          ))}
          <li className={styles['sum']}>{told.length} together</li>
        </ul>
        {told.length > 0 && (
          <Button size="small" onClick={() => void copy(compared)}>
            Copy as text
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <div className={styles['body']} tabIndex={0} role="region" aria-label="Changes by node">
        {told.length === 0 && <p className={styles['none']}>Both moments hold the same. Choose an earlier one to compare with.</p>}
        {sections.map((section) => (
          <Section key={section.nodeId ?? ''} section={section} />
        ))}
      </div>
    </aside>
  )
}

function Section({ section: { nodeId, name, areaId, differences } }: { readonly section: NodeSentences }) {
  const { compared } = useNetwork()
  const area = compared ? find(compared.union.snapshot, 'area', areaId) : undefined
  return (
    <section className={styles['section']}>
      <h3>
        {nodeId === null ? 'The network' : name} {area && nodeId !== null && <small>{area.name}</small>}
      </h3>
      <ul>
        {differences.map((difference) => (
          <Sentence key={`${difference.entity}:${difference.id}`} difference={difference} />
        ))}
      </ul>
    </section>
  )
}

function Sentence({ difference }: { readonly difference: Difference }) {
  const { compared, snapshot } = useNetwork()
  const { setView } = useView()
  const selection = selectionOfDifference(compared?.union.snapshot ?? snapshot, difference)
  const words = (
    <>
      <ChangeSign kind={difference.kind} /> <span>{difference.sentence}</span>
    </>
  )
  if (selection === null) return <li className={styles['sentence']}>{words}</li>
  return (
    <li>
      <button type="button" className={styles['sentence']} onClick={() => setView({ sel: selection })}>
        {words}
      </button>
    </li>
  )
}
