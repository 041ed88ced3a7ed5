/** The numbers that a drawing can carry, one at each node or key result. */
export const overlayKinds = ['chance', 'help', 'slip', 'needed', 'flow', 'starfish'] as const
export type OverlayKind = (typeof overlayKinds)[number]
