'use client'
import { Broken, type BrokenProps } from './components/shell/broken.tsx'

export default function PageError(props: BrokenProps) {
  return (
    <main>
      <Broken what="page" {...props} />
    </main>
  )
}
