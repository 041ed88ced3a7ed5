import { ChangeSign } from './change-sign.tsx'

/** What the marks of a comparison mean, in the legend of a drawing. */
export function CompareLegend() {
  return (
    <>
      <li>
        <ChangeSign kind="added" /> added: a solid outline
      </li>
      <li>
        <ChangeSign kind="removed" /> removed: hollow and struck, where it was
      </li>
      <li>
        <ChangeSign kind="changed" /> changed; a number: so many changes on it
      </li>
      <li>grey: the same in both; a dashed frame on a bar: its length before</li>
    </>
  )
}
