import { type DragEvent, useState } from 'react'
import { FaultList } from '../../_home/fault-list.tsx'
import { useImport } from '../../_home/use-import.ts'
import { Button } from '../../components/ui/button.tsx'
import { classNames } from '../../components/ui/class-names.ts'
import { Icon } from '../../components/ui/ui-icon.tsx'
import styles from './import-card.module.css'

/** Start from what is there: a file, or rows copied from a spreadsheet. */
export function ImportCard({ name }: { readonly name: string }) {
  const { read, readText, faults, isBusy } = useImport()
  return (
    <section className={styles['card']} aria-label="Start from what you have">
      <FileDrop isBusy={isBusy} onFile={(file) => void read(file, name)} />
      <PasteRows isBusy={isBusy} onRows={(rows) => void readText(rows, null, name)} />
      {faults && <FaultList faults={faults} />}
    </section>
  )
}

function FileDrop({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label
      className={classNames(styles['drop'], isOver && styles['over'])}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="upload" size={20} />
      <span>
        <strong>{isBusy ? 'Importing …' : 'Import a file'}</strong>
        <span>Drop a .weft.json file or a .csv table of nodes here, or press to choose one. It is checked whole before anything is written.</span>
      </span>
      <input
        type="file"
        accept=".json,.csv,.tsv,application/json,text/csv,text/tab-separated-values"
        className="visually-hidden"
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function PasteRows({ isBusy, onRows }: { readonly isBusy: boolean; readonly onRows: (rows: string) => void }) {
  const [rows, setRows] = useState('')
  return (
    <details className={styles['paste']}>
      <summary>Paste rows from a spreadsheet</summary>
      <label htmlFor="pasted-rows">
        One row for each node: area, node, what it gives, to which node. With a header the columns may be in any order, and may hold key results too.
      </label>
      <textarea
        id="pasted-rows"
        rows={6}
        value={rows}
        spellCheck={false}
        placeholder={'Customer value\tNew clients\tSigned contracts\tDelivery'}
        onChange={(event) => setRows(event.currentTarget.value)}
      />
      <Button tone="primary" disabled={isBusy || rows.trim() === ''} onClick={() => onRows(rows)}>
        Make a map
      </Button>
    </details>
  )
}
