/** What a trace of system calls tells about durability. */
export type Durability = {
  /** how many answers of success were sent */
  readonly answers: number
  /** those that were sent while something written to the log of the database was not on its disk yet */
  readonly early: number
  /** those before which nothing had come to the disk since the answer before */
  readonly idle: number
}

/** One call that has ended, on one line; `strace` splits a call during which another thread was at work. */
function* callsIn(trace: string): Generator<string> {
  const begun = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) begun.set(pid, rest.slice(0, -'<unfinished ...>'.length))
    else if (rest.startsWith('<... ')) yield `${begun.get(pid) ?? ''}${rest.replace(/^<\.\.\. \w+ resumed>/, '')}`
    else yield rest
  }
}

/**
 * Holds every answer of success against the calls before it: what was written to the log of the database has to be on its disk.
 *
 * @param trace of `strace -f -y` with fdatasync, fsync, pwrite64 and the calls that write to sockets
 */
export function durabilityOf(trace: string): Durability {
  const found = { answers: 0, early: 0, idle: 0 }
  let [isDirty, hasSynced] = [false, false]
  for (const call of callsIn(trace)) {
    if (/^pwrite64\(\d+<[^>]*-wal>/.test(call)) isDirty = true
    else if (/^f(data)?sync\(\d+<[^>]*-wal>\)\s*= 0/.test(call)) [isDirty, hasSynced] = [false, true]
    else if (/^(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)[^>]*>.*HTTP\/1\.1 20\d/.test(call)) {
      found.answers += 1
      if (isDirty) found.early += 1
      if (!hasSynced) found.idle += 1
      hasSynced = false
    }
  }
  return found
}
