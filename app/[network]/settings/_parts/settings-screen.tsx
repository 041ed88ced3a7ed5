'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { addressOf } from '../../../../lib/client/request.ts'
import { useCan } from '../../../../lib/client/who.ts'
import { LinkButton } from '../../../components/ui/button.tsx'
import { AreaSettings } from './area-settings.tsx'
import { CycleSettings } from './cycle-settings.tsx'
import { DeleteNetwork } from './delete-network.tsx'
import { NameList } from './name-list.tsx'
import { Part } from './part.tsx'
import { PurposeSettings } from './purpose-settings.tsx'

/** Everything about the network that is not a node: each field is edited in place, each change can be undone. */
export function SettingsScreen() {
  const { slug } = useNetwork()
  const manages = useCan('manage')
  return (
    <>
      <h1>Settings</h1>
      <PurposeSettings />
      <CycleSettings />
      <AreaSettings />
      <NameList
        id="goals"
        title="Goals"
        entity="goal"
        hint="Aims that last longer than a cycle. Objectives link to them."
        placeholder="Name a goal"
      />
      <NameList id="people" title="People" entity="person" hint="Owners of objectives and key results." placeholder="Name a person" />
      <NameList id="teams" title="Teams" entity="team" hint="A team can take part in many nodes." placeholder="Name a team" />
      <Part id="file" title="File" hint="The whole network as one weft/1 document. Import gives an equal network back.">
        <LinkButton href={addressOf({ path: '/networks/{network}/export' }, { params: { network: slug } })} download>
          Export as a file
        </LinkButton>
      </Part>
      {manages && <DeleteNetwork />}
    </>
  )
}
