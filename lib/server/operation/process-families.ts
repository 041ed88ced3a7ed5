import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Family } from './exposition.ts'

const resolutionMs = 10
const nanoseconds = 1e9

/** Numbers of this process: memory, how long the event loop lets requests wait, since when it runs. */
export function watchProcess(version: string): { readonly families: () => Family[]; readonly close: () => void } {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  const startedAt = Date.now() / 1_000 - process.uptime()
  const families = (): Family[] => {
    const memory = process.memoryUsage()
    const cpu = process.cpuUsage()
    const delays = { '0.5': delay.percentile(50), '0.99': delay.percentile(99), '1': delay.max }
    delay.reset()
    return [
      { name: 'weft_info', help: 'The program.', type: 'gauge', samples: [{ labels: { version, node: process.versions.node }, value: 1 }] },
      { name: 'weft_start_time_seconds', help: 'When this process began, in seconds of 1970.', type: 'gauge', samples: [{ value: startedAt }] },
      {
        name: 'weft_cpu_seconds_total',
        help: 'Time of processors that it took.',
        type: 'counter',
        samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
      },
      {
        name: 'weft_memory_bytes',
        help: 'Memory of this process by kind.',
        type: 'gauge',
        samples: Object.entries({ resident: memory.rss, heap_used: memory.heapUsed, heap_total: memory.heapTotal, external: memory.external }).map(
          ([kind, value]) => ({ labels: { kind }, value }),
        ),
      },
      {
        name: 'weft_event_loop_delay_seconds',
        help: 'How long work waited for the event loop since the last reading, by quantile.',
        type: 'gauge',
        samples: Object.entries(delays).map(([quantile, value]) => ({
          labels: { quantile },
          value: Number.isFinite(value) ? Math.max(0, value / nanoseconds - resolutionMs / 1_000) : 0,
        })),
      },
    ]
  }
  return { families, close: () => delay.disable() }
}
