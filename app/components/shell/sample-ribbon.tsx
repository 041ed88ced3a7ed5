'use client'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { hasSample, removeSample } from '../../../lib/client/sample.ts'
import { useMay } from '../../../lib/client/who.ts'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import styles from './sample-ribbon.module.css'
import { removeSampleAction } from './views.ts'

/** Says that the data are invented, and takes them out with one command: a chip in the top bar, a thin row where that has no room. */
export function SampleRibbon() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const isSample = hasSample(snapshot)
  const mayRemove = useMay('network', networkOf(snapshot))
  const remove = () => void mutate(removeSample(snapshot), { toast: 'Removed the sample. Areas, cycles and what you made are still here.' })
  useAction(removeSampleAction, remove, { enabled: isSample && mayRemove })
  if (!isSample) return null
  return (
    <div className={styles['ribbon']} data-sample="" title="An invented company with two problems in it. The walk finds them.">
      <strong>Sample</strong>
      {mayRemove && (
        <button type="button" aria-label="Remove the sample" onClick={remove}>
          Remove
        </button>
      )}
    </div>
  )
}
