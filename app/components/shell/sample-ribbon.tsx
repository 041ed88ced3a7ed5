'use client'
import { useRouter } from 'next/navigation'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { hasSample, removeSample } from '../../../lib/client/sample.ts'
import { useMay } from '../../../lib/client/who.ts'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import { Menu } from '../ui/menu.tsx'
import styles from './sample-ribbon.module.css'
import { removeSampleAction } from './views.ts'

/** Says that the data are invented, beside the name of the network: what they are for, and the one command that takes them out. */
export function SampleRibbon() {
  const { snapshot, slug } = useNetwork()
  const router = useRouter()
  const mutate = useMutate()
  const isSample = hasSample(snapshot)
  const mayRemove = useMay('network', networkOf(snapshot))
  const remove = () => void mutate(removeSample(snapshot), { toast: 'Removed the sample. Areas, cycles and what you made are still here.' })
  useAction(removeSampleAction, remove, { enabled: isSample && mayRemove })
  if (!isSample) return null
  return (
    <Menu
      trigger={
        <button type="button" className={styles['chip']} data-sample="">
          Sample
        </button>
      }
      groups={[
        {
          title: 'An invented company with two problems in it',
          items: [
            { id: 'walk', label: 'Find them in the walk', keys: 'g w', run: () => router.push(`/${slug}/walk`) },
            ...(mayRemove ? [{ id: 'remove', label: removeSampleAction.title, run: remove }] : []),
          ],
        },
      ]}
    />
  )
}
