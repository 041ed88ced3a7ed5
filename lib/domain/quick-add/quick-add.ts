import type { Found, KeyResultDraft, QuickAddContext, Recogniser, Span, SpanKind } from './draft.ts'
import { findDue } from './due.ts'
import { findBand, findRange, findSteps, findYesNo } from './metric.ts'
import { findConfidence, findNode, findOwner, findWeight } from './tokens.ts'

/** A longer line is not a key result but a text: it becomes a title as it is. */
const longestLine = 2_000

/** In this order; of each kind the first find counts. Marked names come first, so that nothing in them is read as something else. */
const recognisers: readonly (readonly [SpanKind, Recogniser])[] = [
  ['owner', findOwner],
  ['node', findNode],
  ['weight', findWeight],
  ['due', findDue],
  ['confidence', findConfidence],
  ['metric', findSteps],
  ['metric', findBand],
  ['metric', findRange],
  ['metric', findYesNo],
]

type Understood = Found & { readonly kind: SpanKind }

/**
 * Reads one line as a key result: `Reduce churn 6% -> 4% by 31 mar @ana !customer`. It never fails: what is not understood
 * stays in the title, character for character but for runs of spaces.
 *
 * @param line one line; one of more than 2,000 characters becomes a title as it is
 * Cost O(length · kinds of things). Spec: QA1-QA14.
 */
export function parseQuickAdd(line: string, ctx: QuickAddContext): KeyResultDraft {
  const found = line.length > longestLine ? [] : understand(line, ctx)
  const rest = found.reduce(blank, line)
  const title = plainText(rest)
  const spans = found.map(({ kind, start, end }): Span => ({ kind, start, end })).sort((a, b) => a.start - b.start)
  return { ...nothing, ...Object.assign({}, ...found.map(({ says }) => says)), title: title === '' ? plainText(line) : title, spans }
}

const nothing: Omit<KeyResultDraft, 'title' | 'spans'> = {
  metric: { kind: 'boolean', current: null },
  dueOn: null,
  owner: null,
  node: null,
  weight: null,
  confidence: null,
}

/** Rounds go on while something is found, because what stands at the end is only seen when what follows it is understood. */
function understand(line: string, ctx: QuickAddContext): Understood[] {
  const found: Understood[] = []
  let before = -1
  while (before < found.length) {
    before = found.length
    for (const [kind, find] of recognisers) {
      if (found.some((each) => each.kind === kind)) continue
      const rest = found.reduce(blank, line)
      const next = find(rest, ctx)
      if (next && !found.some((each) => next.start < each.end && each.start < next.end))
        found.push({ ...next, start: next.start - jointBefore(rest, next.start), kind })
    }
  }
  return found
}

/** Length of a comma and the space behind it that join what was found to the words before it. */
function jointBefore(rest: string, start: number): number {
  return /(?<=\S)[,;]\s*$/.exec(rest.slice(Math.max(0, start - 5), start))?.[0].length ?? 0
}

function blank(text: string, { start, end }: Found): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

function plainText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
