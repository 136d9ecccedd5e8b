/** What a salon without a colour gets: a warm, dark neutral. */
const NEUTRAL = '#44403c';
const WHITE = '#ffffff';
const BLACK = '#000000';

/** The colours of what is painted in the salon's own. */
export type Accent = {
  readonly fill: string;
  /** Text on it: of black and white one always has a contrast of 4.5 or more. */
  readonly text: string;
  /** Its edge, where the fill alone would hardly show on white. */
  readonly edge: string;
};

/** `colour` as `#rrggbb`; anything else is taken for none. */
export function accentOf(colour: string | null): Accent {
  const fill = colour !== null && /^#[\da-f]{6}$/i.test(colour) ? colour.toLowerCase() : NEUTRAL;
  const text = contrast(fill, WHITE) >= 4.5 ? WHITE : BLACK;
  return { fill, text, edge: contrast(fill, WHITE) < 3 ? '#57534e' : fill };
}

/** Contrast of two `#rrggbb` colours as WCAG 2.2 counts it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
