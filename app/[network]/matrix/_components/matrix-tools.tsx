'use client'
import type { MatrixOrder } from '../../../../lib/layout/matrix/input.ts'
import { NumbersMenu } from '../../../components/figure/numbers-menu.tsx'
import { useShowing } from '../../../components/figure/showing.ts'
import { Choice, Toggle } from '../../../components/graph/drawing-bar.tsx'
import { numberKinds } from './number-kinds.ts'
import type { MatrixState } from './use-matrix.ts'

const orders: readonly { readonly value: MatrixOrder; readonly word: string; readonly title: string }[] = [
  { value: 'area', word: 'Area', title: 'By area and node' },
  { value: 'sequence', word: 'Sequence', title: 'Who gives comes before who needs; rings stand together' },
  { value: 'load', word: 'Load', title: 'Who is asked most comes first' },
  { value: 'clusters', word: 'Groups', title: 'A suggestion: who needs each other most stands together' },
]

/** Level, order, and whether those without a need are shown. */
export function MatrixTools({ state }: { readonly state: MatrixState }) {
  const { isWalked } = useShowing()
  return (
    <>
      {!isWalked && (
        <Toggle isOn={state.isTied} onToggle={() => state.setTied(!state.isTied)} title="Leave out who needs nothing and is asked for nothing">
          With needs
        </Toggle>
      )}
      <NumbersMenu kinds={numberKinds(state.level)} hasFindings />
      <Choice label="Order (O)" value={state.order} options={orders} onChoose={state.setOrder} />
      <Choice
        label="Level (L)"
        value={state.level}
        options={[
          { value: 'node', word: 'Nodes' },
          { value: 'key-result', word: 'Key results' },
        ]}
        onChoose={state.setLevel}
      />
    </>
  )
}
