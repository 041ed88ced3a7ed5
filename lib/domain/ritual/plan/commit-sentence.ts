import { counted } from '../../counted.ts'
import type { CommitState } from './commit-state.ts'

type Facts = Pick<CommitState, 'keyResults' | 'promised' | 'needs'> & { readonly open: readonly { readonly isOwned: boolean }[] }

function openText(open: Facts['open']): string {
  const unowned = open.filter(({ isOwned }) => !isOwned).length
  if (open.length === 0) return 'nothing open'
  if (unowned === 0) return `${open.length} open (owned)`
  if (unowned === open.length) return `${open.length} open, ${open.length === 1 ? 'without' : 'all without'} an owner`
  return `${open.length} open, ${unowned} of them without an owner`
}

/** Where a plan stands, in one line: “27 key results, 31 promises agreed, 2 open (owned).” Cost O(open needs). Spec: PL25. */
export function commitSentence({ keyResults, promised, needs, open }: Facts): string {
  if (keyResults === 0) return 'No key result is planned yet.'
  const asked = needs === 0 ? 'nobody needs anything of another' : `${counted(promised, 'promise')} agreed, ${openText(open)}`
  return `${counted(keyResults, 'key result')}, ${asked}.`
}
