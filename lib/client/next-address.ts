/**
 * Where to go after signing in: a path of this site, whatever the address asked for. Another site, another protocol, and what a browser would
 * read as one of them (`//`, `/\`, control characters) lead to the first page.
 */
export function nextAddress(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || /^\/[/\\]|\p{Cc}|\\/u.test(asked)) return '/'
  const here = new URL('http://weft.invalid')
  if (!URL.canParse(asked, here)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, here)
  const isOwn = origin === here.origin && !/^\/(api|sign-in|setup)(\/|$)/.test(pathname) && !pathname.startsWith('//')
  return isOwn ? `${pathname}${search}${hash}` : '/'
}
