import { z } from 'zod'
import { DomainError } from '../error.ts'
import { faultsOfIssues, sentenceOf } from '../format/fault.ts'
import { textUpTo } from '../text.ts'
import type { Question } from './question.ts'

/** Confidence in the plan: 0 none, 5 full; the reason is read without the name of who gave it. */
export const confidenceAnswer = z.strictObject({ value: z.int().min(0).max(5), why: textUpTo(1_000).optional() })

/** What somebody drafts in silence for a node, line by line. */
export const draftAnswer = z.strictObject({
  lines: z
    .array(z.strictObject({ id: z.string().min(1).max(80), kind: z.enum(['objective', 'keyResult']), text: textUpTo(500) }))
    .max(60)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'must not hold an id twice'),
})

/** How far a statement is true: 0 red, 1 yellow, 2 green; and whether it falls (-1), stays or rises (1). */
export const statementAnswer = z.strictObject({ colour: z.int().min(0).max(2), trend: z.int().min(-1).max(1) })

/** “How do you generate value?”, and what the answer speaks of. */
export const valueAnswer = z.strictObject({
  text: textUpTo(2_000).min(1),
  mark: z.enum(['output', 'internal', 'user']).nullable().default(null),
})

/** What a team starts or stops; empty where it has written nothing. */
export const changeAnswer = z.strictObject({ kind: z.enum(['start', 'stop']), text: textUpTo(500) })

/** What share of last week went to the key results of the node, in percent. */
export const shareAnswer = z.strictObject({ percent: z.int().min(0).max(100) })

export type ConfidenceAnswer = z.infer<typeof confidenceAnswer>
export type DraftAnswer = z.infer<typeof draftAnswer>
export type StatementAnswer = z.infer<typeof statementAnswer>
export type ValueAnswer = z.infer<typeof valueAnswer>
export type ChangeAnswer = z.infer<typeof changeAnswer>
export type ShareAnswer = z.infer<typeof shareAnswer>

/** An answer with the kind of question that it answers. */
export type Answered =
  | { readonly asks: 'confidence'; readonly body: ConfidenceAnswer }
  | { readonly asks: 'draft'; readonly body: DraftAnswer }
  | { readonly asks: 'statement'; readonly body: StatementAnswer }
  | { readonly asks: 'value'; readonly body: ValueAnswer }
  | { readonly asks: 'change'; readonly body: ChangeAnswer }
  | { readonly asks: 'share'; readonly body: ShareAnswer }

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const faults = faultsOfIssues(result.error.issues, ['body'], body)
  throw new DomainError('VALIDATION', sentenceOf(faults), { faults })
}

/**
 * Reads an answer as its question has it.
 *
 * @throws DomainError VALIDATION with every fault by its path
 * Cost O(length). Spec: RI20.
 */
export function readAnswer({ asks }: Pick<Question, 'asks'>, body: unknown): Answered {
  switch (asks) {
    case 'confidence':
      return { asks, body: parsed(confidenceAnswer, body) }
    case 'draft':
      return { asks, body: parsed(draftAnswer, body) }
    case 'statement':
      return { asks, body: parsed(statementAnswer, body) }
    case 'value':
      return { asks, body: parsed(valueAnswer, body) }
    case 'change':
      return { asks, body: parsed(changeAnswer, body) }
    case 'share':
      return { asks, body: parsed(shareAnswer, body) }
  }
}
