import { resource } from './resource.ts'

export const healthMetrics = resource({
  entity: 'healthMetric',
  path: 'health-metrics',
  one: 'HealthMetric',
  many: 'healthMetrics',
  description: 'What a node protects while it pursues its key results: green inside its band, amber within the tolerance, red beyond.',
  example: { nodeId: 'node_platform', name: 'Nights without an alarm', unit: '%', lower: 95, upper: 100, tolerance: 5 },
})
