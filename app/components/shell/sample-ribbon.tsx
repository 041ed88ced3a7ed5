'use client'
import { useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { hasSample, removeSample } from '../../../lib/client/sample.ts'
import { Button } from '../ui/button.tsx'
import styles from './sample-ribbon.module.css'
import { removeSampleAction } from './views.ts'

/** Says that the data are invented, and takes them out with one command. */
export function SampleRibbon() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const [isHidden, setHidden] = useState(false)
  const isSample = hasSample(snapshot)
  const remove = () => void mutate(removeSample(snapshot), { toast: 'Removed the sample. Areas, cycles and what you made are still here.' })
  useAction(removeSampleAction, remove, { enabled: isSample })
  if (!isSample || isHidden) return null
  return (
    <aside className={styles['ribbon']} aria-label="Sample">
      <strong>Sample</strong>
      <span className={styles['text']}>An invented company with two problems in it. The walk finds them.</span>
      <Button size="small" tone="quiet" onClick={remove}>
        Remove the sample
      </Button>
      <Button size="small" tone="quiet" onClick={() => setHidden(true)}>
        Hide
      </Button>
    </aside>
  )
}
