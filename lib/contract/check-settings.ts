import { resource } from './resource.ts'

export const checkSettings = resource({
  entity: 'checkSetting',
  path: 'check-settings',
  one: 'CheckSetting',
  many: 'checkSettings',
  description: 'Which checks a network asks for, and where they begin to speak. A check without a setting is as it comes.',
  example: { rule: 'objective.tooMany', isOn: true, limit: 4 },
})
