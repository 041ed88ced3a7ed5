'use client'
import { Broken, type BrokenProps } from '../components/shell/broken.tsx'

export default function ViewError(props: BrokenProps) {
  return (
    <div>
      <Broken what="view" {...props} />
    </div>
  )
}
