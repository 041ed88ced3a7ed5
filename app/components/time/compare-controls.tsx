'use client'
import { dayWords, momentWords, writeMoment } from '../../../lib/client/moment.ts'
import { useTime } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { DayField } from './day-field.tsx'
import { markMoment, namedSnapshots } from './presets.ts'
import type { Span } from './slider-marks.ts'
import styles from './time-bar.module.css'
import { usePresets, useTimeMoves } from './use-time-travel.ts'

/** What is compared with, and the choice of it. */
export function CompareControls({ span }: { readonly span: Span }) {
  const { view } = useView()
  const { present, shown, from, days } = useTime()
  const { compareWith } = useTimeMoves()
  const presets = usePresets()
  const marks = namedSnapshots(present.snapshot).filter(({ revision }) => revision !== shown.snapshot.revision)
  const first = days?.days[0]
  const current = view.from === null ? null : writeMoment(view.from)
  const named = marks.find(({ revision }) => current === `r${revision}`)
  const groups = [
    {
      title: 'Compare with',
      items: [
        ...presets.map(({ id, words, moment }) => ({
          id,
          label: words,
          isChecked: writeMoment(moment) === current,
          run: () => compareWith(moment),
        })),
        ...(first && first.day < present.today
          ? [
              {
                id: 'first',
                label: `the first day, ${dayWords(first.day)}`,
                isChecked: first.day === current,
                run: () => compareWith({ kind: 'day', day: first.day }),
              },
            ]
          : []),
      ],
    },
    {
      title: 'Named snapshots',
      items: marks
        .toReversed()
        .slice(0, 12)
        .map((mark) => ({ id: mark.id, label: mark.name, isChecked: mark === named, run: () => compareWith(markMoment(mark)) })),
    },
    ...(view.from ? [{ items: [{ id: 'stop', label: 'Stop comparing', keys: 'shift+d', run: () => compareWith(null) }] }] : []),
  ].filter(({ items }) => items.length > 0)
  const word = named?.name ?? (view.from ? momentWords(view.from) : null)
  return (
    <span className={styles['compare']}>
      <Menu
        align="end"
        groups={
          groups.length > 0 ? groups : [{ items: [{ id: 'none', label: 'There is no earlier moment yet', isDisabled: true, run: () => undefined }] }]
        }
        trigger={
          <Button size="small" tone={view.from ? 'primary' : 'plain'} title="Compare two moments (⇧D)">
            {word ? `Compared with ${word}` : 'Compare with'} <Icon name="chevronDown" size={12} />
          </Button>
        }
      />
      {view.from && span.length > 0 && (
        <DayField
          label="Day to compare with"
          value={from?.day ?? (view.from.kind === 'day' ? view.from.day : span.first)}
          span={span}
          onDay={(day) => compareWith({ kind: 'day', day })}
        />
      )}
    </span>
  )
}
