import { addressOf } from '../../../lib/client/request.ts'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { LinkButton } from '../../components/ui/button.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'

/** Everything that is kept about somebody, as a file. */
export function OwnData() {
  return (
    <SettingsCard
      id="data"
      title="My data"
      hint="Your account, and in each network your person, what you own, reported, promised, said and changed: one JSON file."
    >
      <LinkButton href={addressOf({ path: '/account/export' })} download="weft-my-data.json">
        <Icon name="download" size={14} /> Download my data
      </LinkButton>
    </SettingsCard>
  )
}
