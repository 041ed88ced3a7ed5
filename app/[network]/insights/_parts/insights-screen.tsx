'use client'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { inTenSeconds } from '../../../../lib/domain/measure/figure/ten-seconds.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { useFigures } from '../../../components/figure/use-figures.ts'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { counted } from '../../../components/graph/words.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { GoalChooser } from './goal-chooser.tsx'
import styles from './insights.module.css'
import { MeasuringProvider } from './is-measuring.ts'
import { Progress } from './progress.tsx'
import { RowsGhost } from './section.tsx'
import type { ThemeProps } from './theme-props.ts'
import { ThemeTabs } from './theme-tabs.tsx'
import { ThreeNumbers } from './three-numbers.tsx'
import { useFigureKeys } from './use-figure-keys.ts'
import { type ThemeKey, useInsightsAddress } from './use-insights-address.ts'

const loading = () => <RowsGhost rows={8} />
const open: Readonly<Record<ThemeKey, ReturnType<typeof dynamic<ThemeProps>>>> = {
  promises: dynamic<ThemeProps>(() => import('../_themes/promises/promises.tsx').then(({ Promises }) => Promises), { loading }),
  risk: dynamic<ThemeProps>(() => import('../_themes/risk/risk.tsx').then(({ Risk }) => Risk), { loading }),
  contribution: dynamic<ThemeProps>(() => import('../_themes/contribution/contribution.tsx').then(({ Contribution }) => Contribution), { loading }),
  resilience: dynamic<ThemeProps>(() => import('../_themes/resilience/resilience.tsx').then(({ Resilience }) => Resilience), { loading }),
  value: dynamic<ThemeProps>(() => import('../_themes/value/value.tsx').then(({ Value }) => Value), { loading }),
  alignment: dynamic<ThemeProps>(() => import('../_themes/alignment/alignment.tsx').then(({ Alignment }) => Alignment), { loading }),
}

/** What the network knows: one sentence, three numbers, and the rest by theme. */
export function InsightsScreen() {
  const { snapshot, slug, cycle } = useNetwork()
  const { goal } = useInsightsAddress()
  if (snapshot.tables.keyResult.size === 0 && snapshot.tables.exchange.size === 0)
    return (
      <div className={styles['page']}>
        <h1 className="visually-hidden">Insights</h1>
        <EmptyState
          title="Here stands what the network knows about itself"
          ghost={<RowsGhost rows={4} isBusy={false} />}
          action={<Link href={`/${slug}/outline`}>Write the first key result in the outline</Link>}
        >
          How likely each goal is, where help does most, what is promised, and on whom most leans: once there are key results and what they need of
          each other.
        </EmptyState>
      </div>
    )
  // another question is measured from the beginning: nothing of the one before is shown under its name
  return <Measured key={`${goal} ${cycle?.id}`} asked={goal} />
}

function Measured({ asked }: { readonly asked: string | null }) {
  const { cycle, snapshot, slug } = useNetwork()
  const { view, setView } = useView()
  const { theme } = useInsightsAddress()
  const figures = useFigures()
  const insights: ThemeProps = { looked: figures.looked, figure: figures.figure, state: figures.state, isTable: view.table }
  useFigureKeys()
  const Theme = open[theme]
  const isGone = asked !== null && !find(snapshot, 'goal', asked) && !find(snapshot, 'keyResult', asked)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <p className={styles['above']}>Insights{cycle ? ` · ${cycle.name}` : ''}</p>
          <h1>
            <Summary {...insights} />
          </h1>
          {isGone && <p className={styles['says']}>The goal of this address is not in the network any more.</p>}
        </div>
        <div className={styles['tools']}>
          <Link href={`/${slug}/what-if`} className={styles['way']} title="Try a change before it is made (G then Y)">
            What if …
          </Link>
          <GoalChooser looked={insights.looked} />
          <Choice
            label="Show as"
            value={view.table ? 'table' : 'picture'}
            options={[
              { value: 'picture', word: 'Pictures' },
              { value: 'table', word: 'Tables', title: 'Tables (T)' },
            ]}
            onChoose={(form) => setView({ table: form === 'table' ? true : null })}
          />
        </div>
      </header>
      <Progress state={figures.state} stop={figures.stop} again={figures.again} />
      <MeasuringProvider value={figures.state.step !== 'stopped'}>
        <ThreeNumbers {...insights} />
      </MeasuringProvider>
      <ThemeTabs />
      <div className={styles['theme']} role="tabpanel" id="insights-theme" aria-labelledby={`insights-${theme}`}>
        <MeasuringProvider value={figures.state.step !== 'stopped'}>
          <Theme {...insights} />
        </MeasuringProvider>
      </div>
    </div>
  )
}

/** The sentence above all: of the goal, else how much is there. */
function Summary({ looked }: ThemeProps) {
  const sentence = inTenSeconds(looked)
  if (sentence.length > 0) return <NamedSentence sentence={sentence} />
  if (looked.chosen.goalId !== null && !looked.results.chances) return <i className={styles['sentenceGhost']} />
  const { keyResult, dependency, exchange } = looked.snapshot.tables
  const counts = [
    { size: keyResult.size, noun: 'key result' },
    { size: dependency.size, noun: 'need' },
    { size: exchange.size, noun: 'exchange' },
  ].filter(({ size }) => size > 0)
  return `${counts.map(({ size, noun }) => counted(size, noun)).join(', ')}, and no goal that says what for.`
}
