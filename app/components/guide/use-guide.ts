'use client'
import { parseAsStringLiteral, useQueryState } from 'nuqs'

export const guideSteps = ['node', 'result', 'need', 'done'] as const
export type GuideStep = (typeof guideSteps)[number]

/** Where one is in the three questions; it stands in the address, so that a reload goes on there. */
export function useGuide() {
  return useQueryState('guide', parseAsStringLiteral(guideSteps).withOptions({ history: 'replace', shallow: true }))
}
