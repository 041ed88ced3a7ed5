'use client'
import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { useCan } from '../../../../lib/client/who.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { isBooked } from '../../../../lib/domain/ritual/check/session.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './check.module.css'
import { CheckEntry } from './check-entry.tsx'
import { CheckResult } from './check-result.tsx'
import { CheckSession } from './check-session.tsx'
import { useNodeInQuestion } from './node-in-question.ts'

/** Whether a session is going on: open, and not booked for later. */
export function isRunning(ritual: Ritual | null): ritual is Ritual {
  return ritual !== null && !isBooked(ritual, new Date(serverNow()).toISOString())
}

/** Who was in a check when it was finished sees what it left, whoever finished it. */
function useLeftBehind(running: string | null, show: (ritualId: string) => void): void {
  const { snapshot } = useNetwork()
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (seen.current !== null && seen.current !== running && find(snapshot, 'ritual', seen.current)?.state === 'closed') show(seen.current)
    seen.current = running
  }, [running, snapshot, show])
}

/** A node looks at its own contribution: the check that is going on, one that was held, or the way to start one. */
export function CheckScreen() {
  const { snapshot, slug } = useNetwork()
  const { node, nodes, setNode } = useNodeInQuestion()
  const [held, setHeld] = useQueryState('held', parseAsString.withOptions({ history: 'push', shallow: true }))
  const { open, past } = useRituals('check', { nodeId: node?.id ?? null })
  const mayTakePart = useCan('write')
  const showHeld = useCallback((ritualId: string) => void setHeld(ritualId), [setHeld])
  const running = isRunning(open) && mayTakePart ? open : null
  useLeftBehind(running?.id ?? null, showHeld)
  const shown = find(snapshot, 'ritual', held)
  if (shown?.kind === 'check' && shown.state === 'closed') return <CheckResult ritual={shown} back={() => void setHeld(null)} />
  if (!node)
    return (
      <EmptyState title="There are no nodes yet" ghost={<Ghost />} action={<Link href={`/${slug}/outline`}>Add the first node</Link>}>
        In a check a node looks at its line to the core, its numbers and its promises, in ten minutes.
      </EmptyState>
    )
  if (running) return <CheckSession key={running.id} ritual={running} node={node} />
  return <CheckEntry key={node.id} node={node} nodes={nodes} booked={open} past={past} choose={(id) => void setNode(id)} show={showHeld} />
}

function Ghost() {
  return (
    <div className={styles['ghost']}>
      <i />
      <i />
      <i />
    </div>
  )
}
