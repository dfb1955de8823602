/** Red, green and blue of `#rrggbb`, from 0 to 1. */
export const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);

/** The same as amounts of light (linear RGB). */
export const linear = (channels: readonly number[]): number[] =>
  channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));

/** The contrast of two colours as WCAG 2.2 defines it, given by their channels. */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (channels: readonly number[]) =>
    linear(channels).reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
