import styles from './hidden-notes.module.css'

export type HiddenNote = { readonly words: string; readonly onShow: () => void }

/** Nothing is left out silently: what is not drawn, each with the press that draws it. */
export function HiddenNotes({ notes }: { notes: readonly HiddenNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className={styles['notes']} aria-label="Not drawn">
      {notes.map(({ words, onShow }) => (
        <li key={words}>
          <button type="button" onClick={onShow}>
            {words}: <span>show</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
