/** A number with its noun: “1 need”, “3 needs”. Cost O(1). */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
