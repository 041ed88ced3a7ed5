/** A place where two values differ. */
export type Difference = { readonly path: string; readonly found: unknown; readonly expected: unknown }

type Plain = Readonly<Record<string, unknown>>

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(found: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof found === 'number' && typeof expected === 'number') return Math.abs(found - expected) <= tolerance
  return Object.is(found, expected)
}

/** Every place at which two values differ: each key, each place of a list, numbers beyond the tolerance. */
export function differences(found: unknown, expected: unknown, tolerance: number, path = ''): Difference[] {
  if (Array.isArray(found) && Array.isArray(expected)) {
    if (found.length !== expected.length) return [{ path: `${path}.length`, found: found.length, expected: expected.length }]
    return expected.flatMap((each, at) => differences(found[at], each, tolerance, `${path}[${at}]`))
  }
  if (isPlain(found) && isPlain(expected)) {
    const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])]
    return keys.flatMap((key) => differences(found[key], expected[key], tolerance, `${path}.${key}`))
  }
  return isSame(found, expected, tolerance) ? [] : [{ path, found, expected }]
}

/** Every number of a value that is none: NaN or infinite; and everything that is missing. */
export function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (value === undefined) return [path]
  if (Array.isArray(value)) return value.flatMap((each, at) => notNumbers(each, `${path}[${at}]`))
  return isPlain(value) ? Object.entries(value).flatMap(([key, each]) => notNumbers(each, `${path}.${key}`)) : []
}

/** The same value with the ids of nodes as the worked example has them: `client` for `node_client`. */
export function shortened(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"node_', '"'))
}
