import { useMemo } from 'react'
import { confidenceInTen } from '../domain/okr/confidence.ts'
import type { KeyResultDraft, QuickAddContext } from '../domain/quick-add/draft.ts'
import { quickAddContext, resolveNode, resolvePerson } from '../domain/quick-add/resolve.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { aimText } from './metric-text.ts'
import { useNetwork } from './network/provider.tsx'

/** What typed lines and dates on this page are read against. */
export function useQuickAddContext(): QuickAddContext {
  const { snapshot, today, cycle } = useNetwork()
  return useMemo(() => (cycle ? quickAddContext(snapshot, today, cycle) : quickAddContext(snapshot, today)), [snapshot, today, cycle])
}

const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

export type LineChip = { readonly key: string; readonly text: string; readonly isDoubtful: boolean }

type Line = Pick<KeyResultDraft, 'metric' | 'dueOn' | 'owner' | 'node' | 'weight' | 'confidence'>

function ownerChip(snapshot: Snapshot, owner: string): LineChip {
  const { match, candidates } = resolvePerson(snapshot, owner)
  if (match) return { key: 'owner', text: match.name, isDoubtful: false }
  return {
    key: 'owner',
    text: candidates.length > 1 ? `${owner}: ${candidates.length} people` : `${owner} (new person)`,
    isDoubtful: candidates.length > 1,
  }
}

function nodeChip(snapshot: Snapshot, node: string): LineChip {
  const { match } = resolveNode(snapshot, node)
  return { key: 'node', text: match?.name ?? `${node}?`, isDoubtful: match === null }
}

/** What was understood of a line, in words. */
export function chipsOf(snapshot: Snapshot, line: Line): LineChip[] {
  const chips: (LineChip | null)[] = [
    { key: 'metric', text: aimText(line.metric), isDoubtful: false },
    line.dueOn === null ? null : { key: 'due', text: `by ${dayForm.format(new Date(line.dueOn))}`, isDoubtful: false },
    line.owner === null ? null : ownerChip(snapshot, line.owner),
    line.node === null ? null : nodeChip(snapshot, line.node),
    line.confidence === null ? null : { key: 'confidence', text: `confidence ${confidenceInTen(line.confidence)}`, isDoubtful: false },
    line.weight === null ? null : { key: 'weight', text: `weight ${line.weight}`, isDoubtful: false },
  ]
  return chips.filter((chip) => chip !== null)
}
