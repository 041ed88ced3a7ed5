'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Bounded } from '../../../../lib/domain/measure/chance/hard.ts'
import type { WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import { keyResultPart } from '../../../../lib/domain/plan/sentence.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { listed } from '../../../components/graph/words.ts'
import own from './before-after.module.css'
import { type RowGroup, rowGroups, type Side } from './rows.ts'
import styles from './what-if.module.css'

export type ShownSide = 'before' | 'after'

type Props = { readonly comparison: WhatIfComparison; readonly side: ShownSide; readonly onSide: (side: ShownSide) => void }

/** The same numbers twice: as it is, and as it would be. A phone shows one side at a time. */
export function BeforeAfter({ comparison, side, onSide }: Props) {
  const { snapshot } = useNetwork()
  const groups = rowGroups(snapshot, comparison)
  return (
    <section className={own['compared']} aria-labelledby="compared">
      <h2 id="compared" className="visually-hidden">
        Before and after
      </h2>
      <div className={own['sides']}>
        <Choice
          label="Which side"
          value={side}
          options={[
            { value: 'before', word: 'As it is' },
            { value: 'after', word: 'As it would be' },
          ]}
          onChoose={onSide}
        />
      </div>
      <table data-side={side}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            <th scope="col" data-of="before">
              As it is
            </th>
            <th scope="col" data-of="after">
              As it would be
            </th>
            <th scope="col">
              <span className="visually-hidden">Difference</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.keyResultId ?? 'network'} group={group} />
        ))}
      </table>
      {groups.some(({ isTimeUnknown }) => isTimeUnknown) && (
        <p className={styles['quiet']}>How long the chains take is unknown: nobody has said how many weeks their key results need.</p>
      )}
    </section>
  )
}

function Group({ group: { keyResultId, goals, rows } }: { readonly group: RowGroup }) {
  const { snapshot } = useNetwork()
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {listed(goals)}
          {keyResultId !== null && (
            <small>
              {' '}
              <NamedSentence takesFocusBack sentence={[keyResultPart(snapshot, keyResultId)]} />
            </small>
          )}
        </th>
      </tr>
      {rows.map(({ key, name, before, after, differs }) => (
        <tr key={key} data-row={key} data-same={differs === 'the same' || undefined}>
          <th scope="row">{name}</th>
          <td data-of="before">
            <SideCell side={before} />
          </td>
          <td data-of="after">
            <SideCell side={after} was={before.chance} />
          </td>
          <td>{differs}</td>
        </tr>
      ))}
    </tbody>
  )
}

function SideCell({ side: { text, note, chance }, was = null }: { readonly side: Side; readonly was?: Bounded | null }) {
  return (
    <>
      <b>{text}</b>
      {note !== '' && <small>{note}</small>}
      {chance && <Bar chance={chance} was={was} />}
    </>
  )
}

/** A chance as a length; a range as a lighter stretch; a tick where it was before. */
function Bar({ chance, was }: { readonly chance: Bounded; readonly was: Bounded | null }) {
  const solid = chance.value ?? chance.low
  return (
    <svg className={own['bar']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="10" data-part="track" />
      {chance.value === null && <rect x={chance.low * 100} width={(chance.high - chance.low) * 100} height="10" data-part="band" />}
      <rect width={solid * 100} height="10" data-part="value" />
      {was?.value !== null && was !== null && (
        <line x1={was.value * 100} x2={was.value * 100} y1="0" y2="10" data-part="was" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}
