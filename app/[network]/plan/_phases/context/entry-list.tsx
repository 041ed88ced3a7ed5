'use client'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { IconButton } from '../../../../components/ui/button.tsx'
import { EditText } from '../../../../components/ui/edit-text.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { LineForm } from '../../_parts/line-form.tsx'
import { useEntries } from '../../_parts/use-entries.ts'
import styles from './context.module.css'

type Props = {
  readonly ritual: Ritual
  readonly kind: 'priority' | 'exclusion'
  readonly title: string
  readonly most: number
  readonly label: string
  readonly placeholder: string
  readonly empty: string
  readonly mayEdit: boolean
}

/** What matters, or what is left: written by who leads, read by all. */
export function EntryList({ ritual, kind, title, most, label, placeholder, empty, mayEdit }: Props) {
  const { items, add, set, remove } = useEntries(ritual, kind)
  return (
    <section className={styles['part']} aria-label={title}>
      <h3>{title}</h3>
      {items.length === 0 && <p className={styles['quiet']}>{empty}</p>}
      <ol className={styles['entries']} data-kind={kind}>
        {items.map(({ id, text }) => (
          <li key={id}>
            {mayEdit ? <EditText label={title} value={text} onSave={(next) => set(id, { text: next })} /> : <span>{text}</span>}
            {mayEdit && (
              <IconButton label={`Take “${text}” away`} onClick={() => remove(id)}>
                <Icon name="close" />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {mayEdit && items.length < most && (
        <LineForm
          place={{ entity: 'ritual', id: ritual.id, field: `line.${kind}` }}
          label={label}
          placeholder={placeholder}
          onAdd={(text) => add(text)}
        />
      )}
    </section>
  )
}
