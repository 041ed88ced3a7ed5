'use client'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { drawMatrix } from '../../../../lib/layout/draw/matrix.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { Marks } from '../../../components/graph/marks.tsx'
import styles from './matrix.module.css'

const plain = () => 'plain' as const

/** The whole matrix as lines that print sharply: the screen holds only what is in sight. It is there while the browser prints. */
export function PrintSheet({ scene }: { readonly scene: MatrixScene }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting ? <Sheet scene={scene} /> : null
}

function Sheet({ scene }: { readonly scene: MatrixScene }) {
  const marks = useMemo(() => drawMatrix(scene), [scene])
  const { width, height } = scene.view
  return (
    <svg className={styles['print']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Matrix">
      <Marks marks={marks} emphasisOf={plain} />
    </svg>
  )
}
