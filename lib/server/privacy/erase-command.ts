/** The name of the change set by which a person is erased: it is no step of undo, and memory forgets what was before it. */
export const eraseCommand = 'person.erase'
