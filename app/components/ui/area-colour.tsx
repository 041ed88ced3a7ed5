'use client'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { call } from '../../../lib/domain/command/call.ts'
import type { Area } from '../../../lib/domain/entity.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import { cssOf } from '../../../lib/layout/colour.ts'
import { isCustom, type NamedTone, type Tone, tones } from '../../../lib/layout/tone.ts'
import styles from './area-colour.module.css'
import { useAreaTones } from './area-tone.ts'
import { Icon } from './ui-icon.tsx'

const toneNames: Record<NamedTone, string> = {
  customer: 'blue',
  brand: 'magenta',
  innovation: 'ochre',
  operational: 'green',
  teal: 'teal',
  violet: 'violet',
  rust: 'rust',
  slate: 'slate',
}

/** A colour to begin with where the area has a named one. */
const firstCustom = '#3366cc'

/** The colours of an area to choose from; a named one that another area has is swapped with it, so that areas stay apart. */
export function AreaColour({ areaId }: { readonly areaId: Area['id'] }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const toneById = useAreaTones()
  const { name } = get(snapshot, 'area', areaId)
  const own = toneById.get(areaId)?.tone
  const choose = (tone: Tone) => {
    if (tone === own) return
    const other = [...toneById].find(([id, each]) => id !== areaId && each.tone === tone)?.[0]
    const swap = other && own ? [call('area.update', { id: other, set: { colour: own } })] : []
    void mutate([call('area.update', { id: areaId, set: { colour: tone } }), ...swap])
  }
  return (
    <fieldset className={styles['swatches']}>
      <legend className="visually-hidden">Colour of {name}</legend>
      {tones.map((tone) => (
        <button
          key={tone}
          type="button"
          className={styles['swatch']}
          style={{ background: cssOf(tone) }}
          aria-label={toneNames[tone]}
          aria-pressed={own === tone}
          title={toneNames[tone]}
          onClick={() => choose(tone)}
        >
          {own === tone && <Icon name="check" size={12} />}
        </button>
      ))}
      <Custom key={own} own={own} choose={choose} />
    </fieldset>
  )
}

/** Any other colour; it is drawn as near to the choice as can be read in each theme. */
function Custom({ own, choose }: { readonly own: Tone | undefined; readonly choose: (tone: Tone) => void }) {
  const chosen = own && isCustom(own) ? own : null
  return (
    <label className={styles['custom']} data-chosen={chosen !== null || undefined} title="Another colour; drawn as near to it as can be read">
      <span className="visually-hidden">Another colour</span>
      <input type="color" defaultValue={chosen ?? firstCustom} ref={listenToChange(choose)} />
    </label>
  )
}

/** React hears every step of a drag in the colour chooser; one change is one press of its button. */
function listenToChange(choose: (tone: Tone) => void) {
  return (input: HTMLInputElement | null) => {
    if (!input) return
    const onChange = () => {
      if (isCustom(input.value)) choose(input.value)
    }
    input.addEventListener('change', onChange)
    return () => input.removeEventListener('change', onChange)
  }
}
