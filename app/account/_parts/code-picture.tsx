'use client'
import { encode } from 'uqr'
import styles from './second-factor.module.css'

/** A QR code as a drawing, made here: the secret in it is never sent anywhere. Always dark on white, or cameras cannot read it. */
export function CodePicture({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code for your authenticator app"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
