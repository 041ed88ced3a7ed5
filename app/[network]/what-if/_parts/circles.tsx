'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import type { ToldRing } from '../../../../lib/domain/measure/what-if/told-rings.ts'
import { promiseClass } from '../../../../lib/domain/okr/promise-class.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { Lines, Part } from './part.tsx'
import styles from './what-if.module.css'

type Props = { readonly rings: WhatIfComparison['rings']; readonly onDrop: (needIds: readonly string[]) => void }

/** Which key results would wait for each other, and what would free them; where none would any more, which do today. Spec: WI18. */
export function Circles({ rings: { before, after }, onDrop }: Props) {
  const isFreed = after.length === 0
  const shown = isFreed ? before : after
  return (
    <Part title={`Going in circles · ${after.length}`}>
      <p className={styles['quiet']}>
        {isFreed
          ? 'Nobody would wait in circles any more. Today:'
          : 'Chances and dates behind a circle are unknown. “Without the rings” is without the needs that are named here.'}
      </p>
      <Lines
        lines={shown.map((ring) => ({
          key: ring.needIds.join(),
          content: <Circle ring={ring} onDrop={isFreed ? null : onDrop} />,
        }))}
      />
    </Part>
  )
}

function Circle({ ring: { needIds, sentence }, onDrop }: { readonly ring: ToldRing; readonly onDrop: Props['onDrop'] | null }) {
  const { snapshot } = useNetwork()
  // a need that is only supposed is taken out where it is supposed
  const isThere = needIds.every((id) => promiseClass(find(snapshot, 'dependency', id)?.state ?? 'withdrawn') !== 'ended')
  return (
    <span>
      <NamedSentence takesFocusBack sentence={sentence} />{' '}
      {onDrop && isThere && (
        <Button size="small" onClick={() => onDrop(needIds)}>
          {needIds.length === 1 ? 'Suppose that it is dropped, too' : 'Suppose that they are dropped, too'}
        </Button>
      )}
    </span>
  )
}
