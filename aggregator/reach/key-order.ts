/** Whether one id comes before another: as UTF-8 bytes, which is the order of all files and stretches. */
export function comesBefore(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}
