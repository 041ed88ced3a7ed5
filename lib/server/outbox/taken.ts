const neverTaken = ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE']

/** Whether a mail server may have taken a mail although it did not say so: it broke off without an answer after the connection was made. */
export function mayHaveBeenTaken(error: unknown): boolean {
  const fieldOf = (name: string): unknown => Reflect.get(Object(error), name)
  return fieldOf('responseCode') === undefined && fieldOf('syscall') !== 'connect' && !neverTaken.includes(String(fieldOf('code')))
}
