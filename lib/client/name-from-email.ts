/** The name that an e-mail address suggests: `ana.da-silva@bright.org` is Ana Da Silva. Empty where it suggests none. */
export function nameFromEmail(email: string): string {
  const [local = ''] = email.split('@')
  return local
    .replace(/\+.*$/, '')
    .split(/[._\-\d]+/)
    .filter(Boolean)
    .map((part) => part.slice(0, 1).toLocaleUpperCase() + part.slice(1))
    .join(' ')
}
