'use client'
import { useMemo } from 'react'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { usePast } from '../../../../lib/client/network/use-past.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { cycleOn } from '../../../../lib/domain/quick-add/resolve.ts'
import { outputOf } from '../../../../lib/domain/ritual/output/of.ts'
import type { RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { OutputFiles, OutputSections } from '../../../components/ritual/output-sections.tsx'
import { Button } from '../../../components/ui/button.tsx'
import styles from './check.module.css'

type Left =
  | { readonly step: 'loading' }
  | { readonly step: 'open'; readonly output: RitualOutput /** told as it is now */; readonly isOfNow: boolean }

/** What a check left, told of its closing; of now where it was never closed, or where the server does not give the network of that day. */
function useLeft(ritual: Ritual): Left {
  const { snapshot, today } = useNetwork()
  const read = usePast(ritual.revision)
  const closed = read.step === 'open' ? read.past.snapshot : null
  const isWaiting = ritual.revision !== null && read.step === 'loading'
  return useMemo(() => {
    if (isWaiting) return { step: 'loading' }
    const held = ritual.closedAt === null ? today : dayIn(networkOf(snapshot).timeZone, ritual.closedAt)
    const cycleId = ritual.cycleId ?? cycleOn(snapshot, held)?.id ?? null
    const output = outputOf(snapshot, ritual, { assessment: assessmentOf(snapshot, cycleId, today), now: ritual.closedAt ?? ritual.at, closed })
    return { step: 'open', output, isOfNow: ritual.revision !== null && closed === null }
  }, [snapshot, ritual, today, closed, isWaiting])
}

/** What a check left, for everybody in the network: computed from its records each time it is looked at. */
export function CheckResult({ ritual, back }: { readonly ritual: Ritual; readonly back: () => void }) {
  const left = useLeft(ritual)
  if (left.step === 'loading') return <p role="status">Reading the check as it was closed …</p>
  return <OpenResult ritual={ritual} back={back} output={left.output} isOfNow={left.isOfNow} />
}

type OpenProps = { readonly ritual: Ritual; readonly back: () => void; readonly output: RitualOutput; readonly isOfNow: boolean }

function OpenResult({ ritual, back, output, isOfNow }: OpenProps) {
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <Button tone="quiet" onClick={back}>
          ← All checks of the node
        </Button>
        <h1>{output.title}</h1>
        <p className={styles['lead']}>{output.lead}</p>
        {isOfNow && (
          <p role="status">The server did not give the network of that day, so numbers stand as they are now. Reload the page to try again.</p>
        )}
        <OutputFiles ritualId={ritual.id} />
      </header>
      <OutputSections output={output} />
    </article>
  )
}
