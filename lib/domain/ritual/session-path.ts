import type { Ritual } from '../entity.ts'

/**
 * The address of a session inside its network: what it left where it is closed, else the screen on which it takes place.
 *
 * Cost O(1). Spec: NO15, MN26.
 */
export function sessionPath({ id, kind, state }: Pick<Ritual, 'id' | 'kind' | 'state'>): string {
  if (state !== 'closed') return kind === 'check' ? `check?session=${encodeURIComponent(id)}` : kind
  return `${kind}?${kind === 'walk' ? 'walk' : 'held'}=${encodeURIComponent(id)}`
}
