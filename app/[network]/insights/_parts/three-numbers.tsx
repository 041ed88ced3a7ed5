'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { basisOf } from '../../../../lib/domain/measure/chance/unknown.ts'
import { forecastOf, goalKeyResultIds } from '../../../../lib/domain/measure/figure/chance.ts'
import { helpFirst } from '../../../../lib/domain/measure/figure/importance.ts'
import { whyUnknown } from '../../../../lib/domain/measure/report/unknown-words.ts'
import { isReachedIn } from '../../../../lib/domain/okr/reached.ts'
import type { Sentence } from '../../../../lib/domain/plan/sentence.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { StateBar } from '../_themes/promises/state-bar.tsx'
import { ChanceBar } from './bars.tsx'
import { FigureGhost, FigureLine } from './figure-line.tsx'
import { NextStep } from './next-step.tsx'
import { shortValue } from './short-value.ts'
import type { ThemeProps } from './theme-props.ts'
import styles from './three-numbers.module.css'
import { useInsightsAddress } from './use-insights-address.ts'
import { useLastWalk } from './use-last-walk.ts'

/** Of several goals so many stand below the three numbers; all stand under Risk. */
const goalsAtFirst = 3

/** What a leader reads first: what is promised, how likely each goal is, where help does most. */
export function ThreeNumbers(theme: ThemeProps) {
  const promised = theme.figure('promised')
  const was = useLastWalk(theme)
  return (
    <section className={styles['three']} aria-label="Three numbers first">
      <h2 className="visually-hidden">Three numbers first</h2>
      {promised ? (
        <FigureLine figure={promised} isLarge>
          <StateBar states={Object.values(theme.looked.results.promises?.states ?? {})} />
          <Was sentence={was(promised, () => promised.id)} />
        </FigureLine>
      ) : (
        <FigureGhost name="Promised so far" />
      )}
      <Chances theme={theme} was={was} />
      <Help theme={theme} was={was} />
      <OtherGoals {...theme} />
    </section>
  )
}

type Props = { readonly theme: ThemeProps; readonly was: ReturnType<typeof useLastWalk> }

/** What a number was at the last walk, in a quiet line below it. */
function Was({ sentence }: { readonly sentence: Sentence | null }) {
  return (
    sentence && (
      <p className={styles['was']}>
        <NamedSentence sentence={sentence} />
      </p>
    )
  )
}

function Chances({ theme, was }: Props) {
  const { slug } = useNetwork()
  const { looked, figure } = theme
  const goals = goalsOf(theme)
  if (goals.length === 0)
    return (
      <NextStep name="Chance of each goal" value="no goal" action={<Link href={`/${slug}/outline`}>Open the outline</Link>}>
        Name a goal in the outline and give it the key result by which it is met; or choose a key result above.
      </NextStep>
    )
  if (!looked.results.chances) return <FigureGhost name="Chance of each goal" />
  const [first = ''] = goals
  const own = figure(`chance:${first}`)
  if (!own)
    return (
      <NextStep name="Chance of each goal" value="not in this cycle">
        “{find(looked.snapshot, 'keyResult', first)?.title}” belongs to another cycle. Choose that cycle in the bar above.
      </NextStep>
    )
  return (
    <FigureLine figure={own} isLarge>
      <GoalBar theme={theme} keyResultId={first} />
      <Was sentence={was(own, () => own.id)} />
    </FigureLine>
  )
}

/** The chosen goal, then all others, each key result once. */
function goalsOf({ looked }: ThemeProps): readonly string[] {
  const { goalId } = looked.chosen
  return [...new Set([...(goalId === null ? [] : [goalId]), ...goalKeyResultIds(looked)])]
}

/** The other goals with their chances, in one line below the three numbers; a press makes one the goal that all numbers are about. */
function OtherGoals(theme: ThemeProps) {
  const { setTheme, setGoal } = useInsightsAddress()
  const { looked, figure } = theme
  const [, ...others] = goalsOf(theme)
  if (others.length === 0 || !looked.results.chances) return null
  const left = others.length - goalsAtFirst
  return (
    <ul className={styles['goals']} aria-label="Other goals">
      {others.slice(0, goalsAtFirst).map((id) => (
        <li key={id}>
          <button type="button" onClick={() => setGoal(id)} title="Make it the goal that these numbers are about">
            <span>{find(looked.snapshot, 'keyResult', id)?.title}</span> <b>{shortValue(figure(`chance:${id}`)?.value ?? 'unknown')}</b>
            <GoalBar theme={theme} keyResultId={id} />
          </button>
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className={styles['more']} onClick={() => setTheme('risk')}>
            {left} more under Risk
          </button>
        </li>
      )}
    </ul>
  )
}

function GoalBar({ theme: { looked }, keyResultId }: { readonly theme: ThemeProps; readonly keyResultId: string }) {
  const stated = forecastOf(looked, keyResultId)?.stated
  return stated ? <ChanceBar {...stated} error={2 * (stated.standardError ?? 0)} /> : null
}

/** Why nobody can say where to help: nothing to help, confidences that are missing, or nothing that help could add. */
function whyNoHelp({ looked }: ThemeProps): { readonly value: string; readonly words: string } {
  const { snapshot, graph, chosen } = looked
  const { goalId } = chosen
  if (graph.keyResultIds.length === 0) return { value: 'nothing to help', words: 'Write the first key result in the outline.' }
  if (goalId === null) return { value: 'no goal', words: 'Help is measured by what a goal gains from it. Choose a goal or a key result above.' }
  if (isReachedIn(snapshot, goalId)) return { value: 'nothing to help', words: 'The goal is reached.' }
  const basis = basisOf(looked.supply(), goalId)
  const unknown = whyUnknown(basis)
  if (unknown !== '') {
    const remedy = basis.silent > 0 ? ' A confidence in a check makes it known.' : ' A key result for it makes it known.'
    return { value: 'unknown', words: `${unknown.charAt(0).toUpperCase()}${unknown.slice(1)}.${remedy}` }
  }
  return { value: 'nowhere in particular', words: 'Making any one other result certain lifts the goal by less than 1 in 100.' }
}

function helpIdOf(help: { readonly keyResultId: string } | null): string | null {
  return help && `help:${help.keyResultId}`
}

function Help({ theme, was }: Props) {
  const { slug } = useNetwork()
  const { looked, figure } = theme
  if (!looked.results.krNetwork) return <FigureGhost name="Help here first" />
  const help = helpFirst(looked)
  const own = help ? figure(`help:${help.keyResultId}`) : null
  if (own)
    return (
      <FigureLine figure={own} isLarge>
        <p className={styles['subject']}>{find(looked.snapshot, 'keyResult', help?.keyResultId ?? null)?.title}</p>
        <Was sentence={was(own, (then) => helpIdOf(helpFirst(then)))} />
      </FigureLine>
    )
  const { value, words } = whyNoHelp(theme)
  return (
    <NextStep name="Help here first" value={value} action={value === 'unknown' && <Link href={`/${slug}/check`}>Open the check</Link>}>
      {words}
    </NextStep>
  )
}
