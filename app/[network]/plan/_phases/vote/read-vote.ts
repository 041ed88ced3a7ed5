import type { Vote } from './ballot.tsx'

/** What was answered, as a vote; null where it is none. */
export function readVote(body: unknown): Vote | null {
  if (typeof body !== 'object' || body === null) return null
  const { value, why }: { value?: unknown; why?: unknown } = body
  if (typeof value !== 'number') return null
  return typeof why === 'string' && why !== '' ? { value, why } : { value }
}

/** The words that came with the votes, lowest vote first. */
export function whysOf(open: readonly { readonly body: unknown }[] | null): { readonly id: string; readonly value: number; readonly why: string }[] {
  const votes = (open ?? []).flatMap(({ body }, at) => {
    const vote = readVote(body)
    return vote?.why ? [{ id: `why ${at + 1}`, value: vote.value, why: vote.why }] : []
  })
  return votes.sort((a, b) => a.value - b.value)
}
