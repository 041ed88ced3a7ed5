/** One thing that was looked at: whether it is well, and what was found. */
export type Finding = {
  readonly about: string
  readonly isWell: boolean
  /** works, and could be safer */
  readonly isWeak?: boolean
  readonly found: string
}
