import { resource } from './resource.ts'

export const acceptances = resource({
  entity: 'acceptance',
  path: 'acceptances',
  one: 'Acceptance',
  many: 'acceptances',
  description: 'Findings of checks that somebody answers for, with a reason, until a day.',
  example: {
    finding: 'keyResult.noBaseline:kr_churn',
    rule: 'keyResult.noBaseline',
    because: 'Measured from March on',
    ownerId: 'person_ana',
    reviewOn: '2027-03-31',
  },
})
