'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { cssOf } from '../../../../lib/layout/colour.ts'
import { tonesOf } from '../../../../lib/layout/tone.ts'
import styles from './area-mark.module.css'

/** The colour and letter of an area, as map and chain show it. */
export function AreaMark({ areaId }: { readonly areaId: string }) {
  const { snapshot } = useNetwork()
  const tone = useMemo(() => tonesOf(listOf(snapshot, 'area')).get(areaId), [snapshot, areaId])
  if (!tone) return null
  return (
    <span className={styles['areaMark']} style={{ background: cssOf(tone.tone) }} aria-hidden="true">
      {tone.letter}
    </span>
  )
}
