'use client'
import { goalLine } from '../../../../../lib/domain/ritual/plan/fit/goal-line.ts'
import { HowWorkedOut } from '../../../../components/figure/how-worked-out.tsx'
import { NamedSentence } from '../../../../components/figure/named-sentence.tsx'
import { useFigures } from '../../../../components/figure/use-figures.ts'
import styles from './fit.module.css'

/** The chance of the goal as it is drafted, and as it would be without the cheapest cut of each ring. */
export function GoalChance({ cycleId }: { readonly cycleId: string | null }) {
  const { looked, figure } = useFigures(null, cycleId)
  const line = goalLine(looked)
  const chance = figure(`chance:${looked.chosen.goalId}`)
  if (!line) return null
  return (
    <div className={styles['goal']}>
      <p>
        <NamedSentence sentence={line} />
      </p>
      {chance && <HowWorkedOut figure={chance} />}
    </div>
  )
}
