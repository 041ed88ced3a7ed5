'use client'
import dynamic from 'next/dynamic'
import { useGuide } from './use-guide.ts'

const GuideCard = dynamic(() => import('./guide-card.tsx').then(({ GuideCard: loaded }) => loaded))
const Checklist = dynamic(() => import('./checklist.tsx').then(({ Checklist: loaded }) => loaded))

/** What helps a newcomer, loaded when the address asks for it: the three questions, then the list of what to try next. */
export function Guide() {
  const [step, setStep] = useGuide()
  if (step === null) return null
  return step === 'done' ? <Checklist onClose={() => void setStep(null)} /> : <GuideCard step={step} />
}
