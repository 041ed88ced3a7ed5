'use client'

import type { ReactNode } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useView } from '../../../lib/client/view.ts'
import type { Scene } from '../../../lib/layout/scene.ts'
import { FilterControls } from '../shell/filter-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './drawing-bar.module.css'
import { exportPngAction, exportSvgAction, tableAction } from './graph-actions.ts'

type BarProps = {
  /** id of the heading, by which the drawing is described */
  readonly headingId: string
  /** what the drawing says, in a sentence */
  readonly takeaway: string
  readonly name: 'Map' | 'Chain' | 'Timeline' | 'Matrix'
  readonly scene: Scene | null
  readonly fileName: string
  readonly children?: ReactNode
}

/** The one row above every drawing: what it says, what narrows it, its own switches, the switch to its table, and ways to take it away. */
export function DrawingBar({ headingId, takeaway, name, scene, fileName, children }: BarProps) {
  const { view, setView } = useView()
  const picture = scene ? { scene, title: `${name}: ${takeaway}`, fileName } : null
  const svg = () => picture && void import('./save-picture.ts').then(({ saveSvg }) => saveSvg(picture))
  const png = () => picture && void import('./save-picture.ts').then(({ savePng }) => savePng(picture))
  useAction(tableAction, () => setView({ table: view.table ? null : true }))
  useAction(exportSvgAction, svg, { enabled: picture !== null })
  useAction(exportPngAction, png, { enabled: picture !== null })
  return (
    <div className={styles['bar']}>
      <h1 id={headingId} className={styles['takeaway']} title={takeaway}>
        {takeaway}
      </h1>
      <div className={styles['tools']}>
        <FilterControls isSlim />
        {children}
        <Choice
          label="Show as"
          value={view.table ? 'table' : 'drawing'}
          options={[
            { value: 'drawing', word: name },
            { value: 'table', word: 'Table' },
          ]}
          onChoose={(form) => setView({ table: form === 'table' ? true : null })}
        />
        <Menu
          align="end"
          trigger={
            <Button size="small" tone="quiet" aria-label="Save as a picture" title="Save as a picture">
              <Icon name="download" size={14} />
            </Button>
          }
          groups={[
            {
              items: [
                { id: 'svg', label: 'Save as SVG', run: svg, isDisabled: !picture },
                { id: 'png', label: 'Save as PNG', run: png, isDisabled: !picture },
                { id: 'print', label: 'Print', run: () => print() },
              ],
            },
          ]}
        />
      </div>
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly word: string; readonly title?: string }[]
  readonly onChoose: (value: T) => void
}

/** One of a few in the bar: the pressed one is what is shown. */
export function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className={styles['switch']} aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} title={option.title} onClick={() => onChoose(option.value)}>
          {option.word}
        </button>
      ))}
    </fieldset>
  )
}

type ToggleProps = {
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
  readonly title?: string
  readonly isDisabled?: boolean
}

/** A switch in the bar: pressed means shown. */
export function Toggle({ isOn, onToggle, children, title, isDisabled = false }: ToggleProps) {
  return (
    <button type="button" className={styles['toggle']} aria-pressed={isOn} onClick={onToggle} title={title} disabled={isDisabled}>
      {children}
    </button>
  )
}
