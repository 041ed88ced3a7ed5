'use client'
import { usePathname, useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { selectionOf } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './guide.module.css'
import { NeedStep } from './need-step.tsx'
import { NodeStep } from './node-step.tsx'
import { ResultStep } from './result-step.tsx'
import { type GuideStep, guideSteps, useGuide } from './use-guide.ts'

const questions = {
  node: 'Which group of activities do you work in?',
  result: 'What result would show that it works this quarter?',
  need: 'What do you need from others for that?',
} as const

/** Three questions on the first map: they end in the chain, with the new need lit. */
export function GuideCard({ step }: { readonly step: Exclude<GuideStep, 'done'> }) {
  const [, setStep] = useGuide()
  const [mine, setMine] = useQueryState('mine', parseAsString.withOptions({ history: 'replace', shallow: true }))
  const router = useRouter()
  const path = usePathname()
  const { snapshot, slug } = useNetwork()
  const finish = (needId: string | null, keyResultId: string) => {
    const sel = needId ? selectionOf('need', needId) : selectionOf('kr', keyResultId)
    router.push(`/${slug}/chain?sel=${encodeURIComponent(sel)}&guide=done`)
  }
  const leave = () => {
    void setMine(null)
    void setStep(null)
  }
  const nodeName = find(snapshot, 'node', mine)?.name
  return (
    <section className={styles['card']} aria-labelledby="guide-question" data-view={path.split('/').at(-1)}>
      <header className={styles['head']}>
        <p className={styles['count']}>
          {guideSteps.indexOf(step) + 1} of 3{step === 'result' && nodeName ? ` · ${nodeName}` : ''}
        </p>
        <IconButton size="small" label="Leave the questions" onClick={leave}>
          <Icon name="close" size={14} />
        </IconButton>
      </header>
      <h2 id="guide-question" aria-live="polite">
        {questions[step]}
      </h2>
      {step === 'node' && (
        <NodeStep
          onDone={(nodeId) => {
            void setMine(nodeId)
            void setStep('result')
          }}
        />
      )}
      {step === 'result' && mine && (
        <ResultStep
          nodeId={mine}
          onDone={(keyResultId) => {
            void setMine(keyResultId)
            void setStep('need')
          }}
        />
      )}
      {step === 'need' && mine && <NeedStep keyResultId={mine} onDone={(needId) => finish(needId, mine)} />}
    </section>
  )
}
