import type { Socket } from 'node:net'

/** How long a server may say nothing before it is asked, on another connection, whether it is at work. */
const silenceMs = 1_500
const lookMs = 250

export type Watched = {
  readonly socket: Socket
  /** whether the server is at work for this connection, asked elsewhere; false also where nobody answers there */
  readonly isAtWork: () => Promise<boolean>
  /** the connection is given up */
  readonly onDead: () => void
}

/** A line whose other end is gone without a word. */
class SilentLine extends Error {
  readonly code = 'ETIMEDOUT'
}

/**
 * Awaits work on a connection. A line that was cut without a word looks like a server that takes its time: the difference is told on another
 * connection, and then the line is cut here, too, which fails the work.
 */
export async function watched<T>({ socket, isAtWork, onDead }: Watched, work: () => Promise<T>): Promise<T> {
  let [heard, since, isAsking, isOver] = [socket.bytesRead, performance.now(), false, false]
  const isSilent = () => {
    if (socket.bytesRead === heard) return performance.now() - since >= silenceMs
    heard = socket.bytesRead
    since = performance.now()
    return false
  }
  const look = async () => {
    if (isAsking || !isSilent()) return
    isAsking = true
    const isWell = await isAtWork()
    isAsking = false
    // The answer may have come while it was asked elsewhere.
    if (isOver || !isSilent()) return
    since = performance.now()
    if (isWell) return
    socket.destroy(new SilentLine('the line to the database is dead'))
    onDead()
  }
  const timer = setInterval(() => void look(), lookMs).unref()
  try {
    return await work()
  } finally {
    isOver = true
    clearInterval(timer)
  }
}
