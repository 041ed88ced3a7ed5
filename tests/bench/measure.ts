import { readFileSync } from 'node:fs'

/** Milliseconds of one run: by the clock, and of the processor. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number }

/** Costs of one thing over some rounds. */
export type Sample = readonly Cost[]

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return (low + high) / 2
}

export function medianWall(sample: Sample): number {
  return median(sample.map(({ wallMs }) => wallMs))
}

export function medianCpu(sample: Sample): number {
  return median(sample.map(({ cpuMs }) => cpuMs))
}

/** What one run of this process's own code costs. */
export async function costOf(run: () => unknown): Promise<Cost> {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  await run()
  const wallMs = performance.now() - wall
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (user + system) / 1_000 }
}

/** Rounds of both, in turn, so that a busy machine slows both alike; one round first that does not count. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<Cost>,
  reference: () => Promise<Cost>,
): Promise<{ ours: Cost[]; reference: Cost[] }> {
  const samples: { ours: Cost[]; reference: Cost[] } = { ours: [], reference: [] }
  for (let round = 0; round <= rounds; round++) {
    const costs = { ours: await ours(), reference: await reference() }
    if (round === 0) continue
    samples.ours.push(costs.ours)
    samples.reference.push(costs.reference)
  }
  return samples
}

const ticksPerSecond = 100

/** Processor time that another process has used so far; NaN where the system does not tell (it is Linux that does). */
export function cpuMsOfProcess(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}
