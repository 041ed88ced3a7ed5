'use client'
import { useView } from '../../../../../lib/client/view.ts'
import type { Stated } from '../../../../../lib/domain/measure/chance/report-numbers.ts'
import { type Swing, swings, toldSwing } from '../../../../../lib/domain/measure/figure/importance.ts'
import { differenceText } from '../../../../../lib/domain/measure/figure/told.ts'
import { placeOfKeyResult } from '../../../../../lib/domain/okr/place.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import styles from '../../_parts/bars.module.css'
import { SwingBar } from '../../_parts/bars.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import { bareValue } from '../../_parts/short-value.ts'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

/** `told` is as large as the ends that stand beside it. */
type Row = Swing & { readonly title: string; readonly node: string; readonly told: Pick<Swing, 'gain' | 'loss'> }

function rowsOf({ looked }: ThemeProps): readonly Row[] {
  const { snapshot } = looked
  return swings(looked).map((swing) => ({
    ...swing,
    told: toldSwing(looked, swing),
    title: find(snapshot, 'keyResult', swing.keyResultId)?.title ?? '',
    node: find(snapshot, 'node', placeOfKeyResult(snapshot, swing.keyResultId).nodeId)?.name ?? '',
  }))
}

function hundredths({ value }: Stated): number | null {
  return value === null ? null : Math.round(value * 1_000) / 10
}

function plain(part: Stated): string {
  return bareValue(differenceText(part))
}

/** What is lost and what is gained, one below the other as in a sum where they are ranges. */
function Ends({ loss, gain }: { readonly loss: string; readonly gain: string }) {
  return (
    <span className={styles['ends']}>
      <span>{loss === '0' ? '0' : `−${loss}`}</span>
      <span>{gain === '0' ? '0' : `+${gain}`}</span>
    </span>
  )
}

function Axis() {
  return (
    <div className={styles['axis']} aria-hidden="true">
      <span />
      <span>
        <i>if it slips</i>
        <i>if it is certain</i>
      </span>
      <span>in 100</span>
    </div>
  )
}

/** For the chosen goal: what each key result could take from its chance, and what it could add. The widest stands first. */
export function Tornado(theme: ThemeProps) {
  const { select } = useView()
  const { goalId } = theme.looked.chosen
  const goal = find(theme.looked.snapshot, 'keyResult', goalId)
  if (!goal) return null
  const title = `What moves “${goal.title}”`
  const says = 'To the left what its chance loses if the result is missed, to the right what it gains if the result is certain.'
  if (!theme.looked.results.krNetwork)
    return (
      <Section title={title} says={says}>
        <RowsGhost rows={10} />
      </Section>
    )
  const rows = rowsOf(theme)
  if (rows.length === 0) return null
  const most = Math.max(...rows.flatMap(({ gain, loss }) => [gain.high, loss.high]))
  return (
    <Section title={title} says={says}>
      <TableOrBars
        caption={title}
        isTable={theme.isTable}
        columns={[
          { key: 'title', title: 'Key result', value: ({ title: text }) => text },
          { key: 'node', title: 'Node', value: ({ node }) => node },
          {
            key: 'loss',
            title: 'If this slips, in 100',
            value: ({ loss }) => hundredths(loss),
            cell: ({ told }) => plain(told.loss),
            isNumber: true,
          },
          {
            key: 'gain',
            title: 'Gain if certain, in 100',
            value: ({ gain }) => hundredths(gain),
            cell: ({ told }) => plain(told.gain),
            isNumber: true,
          },
        ]}
        rows={rows}
        keyOf={({ keyResultId }) => keyResultId}
        onOpen={({ keyResultId }) => select('kr', keyResultId)}
        empty="The goal rests on no key result."
        figure={theme.figure}
        axis={<Axis />}
        noun="results"
        barOf={({ keyResultId, title: name, node, gain, loss, told }) => ({
          figureId: `help:${keyResultId}`,
          also: `slip:${keyResultId}`,
          name,
          note: node,
          spoken: `loses ${differenceText(told.loss)} if it slips, gains ${differenceText(told.gain)} if it is certain`,
          value: <Ends loss={plain(told.loss)} gain={plain(told.gain)} />,
          bar: <SwingBar loss={loss} gain={gain} most={most} />,
        })}
      />
    </Section>
  )
}
