'use client'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useMayAsk } from '../../../../../lib/client/who.ts'
import { needArrow, type RingWithCut, ringsWithCuts } from '../../../../../lib/domain/measure/figure/rings.ts'
import { sentenceText } from '../../../../../lib/domain/plan/sentence.ts'
import { dropFix, nothing } from '../../../../../lib/domain/ritual/plan/fit/fixes.ts'
import { find, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import styles from '../../_parts/insights.module.css'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

const says = 'Results that wait for themselves: nobody on a ring can be first. Each with the fewest needs that free them.'

/** Rings of key results, each with its cheapest cut and the press that makes it. */
export function Loops({ looked, figure }: ThemeProps) {
  if (!looked.results.krNetwork)
    return (
      <Section title="Going in circles" says={says}>
        <RowsGhost rows={1} />
      </Section>
    )
  const rings = ringsWithCuts(looked)
  if (rings.length === 0)
    return (
      <Section title="Going in circles">
        <Calm>Nobody waits in circles: there is an order in which every result can be reached.</Calm>
      </Section>
    )
  return (
    <Section title="Going in circles" says={says}>
      <ul className={styles['figures']} aria-label="Rings of key results">
        {rings.map((ring) => (
          <li key={ring.id}>
            <Ring ring={ring} looked={looked} figure={figure} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type RingProps = { readonly ring: RingWithCut; readonly looked: ThemeProps['looked']; readonly figure: ThemeProps['figure'] }

/** Of the cuts that are as cheap so many can be taken with a press. */
const offeredAtMost = 3

function Ring({ ring: { id, cut }, looked, figure }: RingProps) {
  const own = figure(`ring:${id}`)
  if (!own) return null
  const [first, ...others] = [cut.needIds, ...(cut.others ?? [])].slice(0, offeredAtMost)
  return (
    <FigureLine figure={own}>
      {first && (
        <DropCut cutIds={first} snapshot={looked.snapshot} label={first.length === 1 ? 'Drop this need' : `Drop these ${first.length} needs`} />
      )}
      {others.map((needIds) => (
        <DropCut
          key={needIds.join()}
          cutIds={needIds}
          snapshot={looked.snapshot}
          label={`Drop ${needIds.map((each) => sentenceText(needArrow(looked, each))).join(', ')} instead`}
        />
      ))}
    </FigureLine>
  )
}

type DropProps = { readonly cutIds: readonly string[]; readonly snapshot: Snapshot; readonly label: string }

/** Gives up the needs of a cut in one step that one undo takes back. Where one of them cannot be given up without words, it is not offered. */
function DropCut({ cutIds, snapshot, label }: DropProps) {
  const mutate = useMutate()
  const mayAsk = useMayAsk()
  const needs = cutIds.flatMap((id) => find(snapshot, 'dependency', id) ?? [])
  const drops = needs.flatMap((need) => dropFix(snapshot, need)).filter(({ asks }) => asks.length === 0)
  const isOffered = drops.length === cutIds.length && drops.length > 0 && needs.every((need) => mayAsk('dependency', need))
  if (!isOffered) return null
  const drop = () => {
    const calls = drops.flatMap((each) => each.calls(nothing, freshId))
    void mutate(calls, {
      toast: drops.length === 1 ? 'The need is dropped; the ring is open.' : `${drops.length} needs are dropped; the ring is open.`,
    })
  }
  return (
    <div>
      <Button size="small" onClick={drop}>
        {label}
      </Button>
    </div>
  )
}
