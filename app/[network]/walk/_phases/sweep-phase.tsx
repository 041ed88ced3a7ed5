'use client'
import { useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { historyOf } from '../../../../lib/domain/health/history.ts'
import { amountText } from '../../../../lib/domain/health/sentence.ts'
import type { WalkChanges } from '../../../../lib/domain/ritual/walk/changes.ts'
import { type Breath, sweepOf } from '../../../../lib/domain/ritual/walk/sweep.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { HealthBadge, healthWords } from '../../../components/health/health-badge.tsx'
import { HealthTrend } from '../../../components/health/health-trend.tsx'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { stepText } from '../_drawing/step-text.ts'
import { titleOf } from '../_session/stop-subject.ts'
import type { Session } from '../_session/use-session.ts'
import { useWalkChanges } from '../_session/use-walk-changes.ts'
import styles from './sweep.module.css'

/** Every area for one breath: one win, and one thing that is protected. */
export function SweepPhase({ session }: { readonly session: Session }) {
  const { snapshot } = useNetwork()
  const { changes } = useWalkChanges(session.ritual)
  return (
    <div className={styles['sweep']}>
      <h1 className="visually-hidden">One win and one health metric of each area</h1>
      {sweepOf(snapshot, session.ritual.agenda).map((breath) => (
        <AreaCard key={breath.areaId} breath={breath} changes={changes} isHere={breath.areaId === session.step.place} />
      ))}
    </div>
  )
}

type Props = { readonly breath: Breath; readonly changes: WalkChanges | null; readonly isHere: boolean }

function AreaCard({ breath, changes, isHere }: Props) {
  const { snapshot } = useNetwork()
  const tone = useAreaTone(breath.areaId)
  const here = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isHere) here.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <section
      ref={here}
      className={styles['area']}
      data-here={isHere || undefined}
      aria-current={isHere ? 'step' : undefined}
      style={{ borderTopColor: tone?.colour }}
    >
      <h2 style={{ color: tone?.colour }}>{find(snapshot, 'area', breath.areaId)?.name}</h2>
      <Win win={breath.win} changes={changes} />
      <Health health={breath.health} />
    </section>
  )
}

function Win({ win, changes }: { readonly win: Breath['win']; readonly changes: WalkChanges | null }) {
  const { snapshot } = useNetwork()
  const rise = win && changes?.steps.find(({ keyResultId, points }) => keyResultId === win.about && points > 0)
  return (
    <div className={styles['win']}>
      <h3>Win</h3>
      {win ? (
        <p className={styles['big']} data-read="name">
          {titleOf(snapshot, win)}
        </p>
      ) : (
        <p className={styles['quiet']}>Nothing rose here. What went well all the same?</p>
      )}
      {rise && (
        <b className={styles['figure']} data-read="number">
          {stepText(rise.points, find(snapshot, 'keyResult', rise.keyResultId)?.metric)}
        </b>
      )}
    </div>
  )
}

function Health({ health }: { readonly health: Breath['health'] }) {
  const { snapshot } = useNetwork()
  if (!health)
    return (
      <div className={styles['win']}>
        <h3>Health</h3>
        <p className={styles['quiet']}>No health metric here yet.</p>
      </div>
    )
  const { metric, status } = health
  return (
    <div className={styles['win']}>
      <h3>Health</h3>
      <p className={styles['big']} data-read="name">
        {metric.name}
      </p>
      <p className={styles['reading']}>
        <HealthBadge status={status} size={34} />
        <b className={styles['figure']} data-read="number">
          {metric.current === null ? '–' : amountText(metric, metric.current)}
        </b>
        <span>{healthWords[status]}</span>
        <HealthTrend history={historyOf(snapshot, metric.id)} width={300} height={90} />
      </p>
    </div>
  )
}
