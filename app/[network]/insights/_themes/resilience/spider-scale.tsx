import styles from './resilience.module.css'

/** Where a network stands between a spider, which hangs on one, and a starfish, which does not. Nothing stands there as long as it is not known. */
export function SpiderScale({ score }: { readonly score: number | null }) {
  return (
    <div className={styles['scale']}>
      <span>Spider: all hang on one</span>
      <span>Starfish: no single hub</span>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="6" y="7" data-part="track" />
        {[25, 50, 75].map((at) => (
          <line key={at} x1={at} x2={at} y1="5" y2="15" data-part="step" vectorEffect="non-scaling-stroke" />
        ))}
        {score !== null && <rect width={score} height="6" y="7" data-part="value" />}
        {score !== null && <line x1={score} x2={score} y1="0" y2="20" data-part="here" vectorEffect="non-scaling-stroke" />}
      </svg>
    </div>
  )
}
