'use client'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Area } from '../../../../lib/domain/entity.ts'
import { countReferring, listOf } from '../../../../lib/domain/snapshot.ts'
import { type Tone, tones } from '../../../../lib/layout/tone.ts'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import { IconButton } from '../../../components/ui/button.tsx'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { AddName } from './add-name.tsx'
import styles from './settings.module.css'

const toneNames: Record<Tone, string> = {
  customer: 'blue',
  brand: 'magenta',
  innovation: 'ochre',
  operational: 'green',
  teal: 'teal',
  violet: 'violet',
  rust: 'rust',
  slate: 'slate',
}

type SwatchProps = { readonly area: Area; readonly toneById: ReturnType<typeof useAreaTones> }

function toneIn(colour: string | undefined): Tone | undefined {
  return tones.find((tone) => colour === `var(--${tone})`)
}

/** The colours to choose from; a colour that another area has is swapped with it, so that areas stay apart. */
function Swatches({ area, toneById }: SwatchProps) {
  const mutate = useMutate()
  const own = toneIn(toneById.get(area.id)?.colour)
  const choose = (tone: Tone) => {
    const other = [...toneById].find(([id, { colour }]) => id !== area.id && toneIn(colour) === tone)?.[0]
    const swap = other && own ? [call('area.update', { id: other, set: { colour: own } })] : []
    void mutate([call('area.update', { id: area.id, set: { colour: tone } }), ...swap])
  }
  return (
    <fieldset className={styles['swatches']}>
      <legend className="visually-hidden">Colour of {area.name}</legend>
      {tones.map((tone) => {
        const isChosen = own === tone
        return (
          <button
            key={tone}
            type="button"
            className={styles['swatch']}
            style={{ background: `var(--${tone})` }}
            aria-label={toneNames[tone]}
            aria-pressed={isChosen}
            title={toneNames[tone]}
            onClick={() => choose(tone)}
          >
            {isChosen && <Icon name="check" size={12} />}
          </button>
        )
      })}
    </fieldset>
  )
}

/** The kinds of value: named, coloured, added and deleted here or in the outline. */
export function AreaSettings() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const remove = useDelete()
  const toneById = useAreaTones()
  return (
    <section id="areas" className={styles['part']} aria-labelledby="areas-title">
      <h2 id="areas-title">Value areas</h2>
      <ul className={styles['rows']}>
        {listOf(snapshot, 'area').map((area) => (
          <li key={area.id}>
            <span className={styles['grow']}>
              <EditText
                value={area.name}
                label="Name of the value area"
                onSave={(name) => void mutate([call('area.update', { id: area.id, set: { name } })])}
              />
            </span>
            <Swatches area={area} toneById={toneById} />
            <span className={styles['quiet']}>{countReferring(snapshot, 'node', 'areaId', area.id)} nodes</span>
            <IconButton size="small" label={`Delete ${area.name}`} onClick={() => void remove('area', area.id)}>
              <Icon name="trash" size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddName entity="area" placeholder="Name a value area" />
    </section>
  )
}
