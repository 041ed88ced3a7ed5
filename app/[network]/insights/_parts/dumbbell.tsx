import styles from './bars.module.css'

/** Ratings go from “costs us” to “cannot do without”. */
const [least, most] = [-2, 5]
const ratings = Array.from({ length: most - least + 1 }, (_, at) => least + at)

function placeOf(rating: number): number {
  return ((rating - least) / (most - least)) * 100
}

type Ends = { readonly giver: number; readonly receiver: number }

/** What giver and receiver say something is worth, on one scale: the giver an open dot, the receiver a filled one, the gap between them. */
export function Dumbbell({ giver, receiver }: Ends) {
  const [open, filled] = [placeOf(giver), placeOf(receiver)]
  const dot = (x: number, part: string) => <line x1={x} x2={x} y1="8" y2="8.01" data-part={part} vectorEffect="non-scaling-stroke" />
  return (
    <svg className={styles['bar']} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      {ratings.map((rating) => (
        <line
          key={rating}
          x1={placeOf(rating)}
          x2={placeOf(rating)}
          y1={rating === 0 ? 0 : 5}
          y2={rating === 0 ? 16 : 11}
          data-part="middle"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <line x1={open} x2={filled} y1="8" y2="8" data-part="gap" vectorEffect="non-scaling-stroke" />
      {dot(open, 'dot')}
      {dot(open, 'hole')}
      {dot(filled, 'dot')}
    </svg>
  )
}

/** The scale above dumbbells. */
export function DumbbellAxis() {
  return (
    <div className={styles['axis']} aria-hidden="true">
      <span />
      <span>
        <i>{`−${-least} costs us`}</i>
        <i>{most}</i>
      </span>
      <span />
    </div>
  )
}
