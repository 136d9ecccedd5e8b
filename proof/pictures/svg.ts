import * as vega from 'vega';
import { compile } from 'vega-lite';
import { type Picture, STYLE } from './style.ts';

// Without a canvas vega takes every letter for 0.8 of its height, which makes margins far too wide; a width of one's own
// is looked for here, but not in the types.
const { textMetrics } = vega as unknown as {
  textMetrics: { width(item: { fontSize?: number }, text: unknown): number };
};
textMetrics.width = ({ fontSize = 15 }, text) => 0.58 * fontSize * String(text ?? '').length;

/** The picture as the text of an SVG file; needs no browser and fetches nothing. */
export async function svgOf(picture: Picture): Promise<string> {
  const { spec } = compile(picture, { config: STYLE });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}
