/** Black or white, whichever reads better on this `#rrggbb`. */
export function readableOn(colour: string): '#ffffff' | '#10201a' {
  return luminance(colour) > 0.23 ? '#10201a' : '#ffffff';
}

/** The relative luminance of WCAG, 0–1; a malformed colour counts as dark. */
export function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return 0;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((hex) => linear(parseInt(hex, 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
