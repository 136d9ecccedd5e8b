import type { Config, TopLevelSpec } from 'vega-lite';

/** Width of the drawing inside its margins. A phone shows it at two thirds, where the letters are still legible. */
export const WIDTH = 520;
const LETTERS_PER_LINE = 46;

export const INK = '#1f2933';
const PALE_INK = '#52606d';
/** Told apart by those who see no red or green, too, and darker than their ground. */
export const COLOURS = { main: '#0b6e99', second: '#d9730d', pale: '#9fb3c8', bad: '#b42318' } as const;

/** Letters of whatever machine shows it; white ground, so that it can be read on a dark page. */
export const STYLE: Config = {
  background: 'white',
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  padding: 16,
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'group',
    fontSize: 19,
    fontWeight: 600,
    color: INK,
    lineHeight: 25,
    subtitleFontSize: 14,
    subtitleColor: PALE_INK,
    subtitleLineHeight: 19,
    subtitlePadding: 6,
    offset: 18,
  },
  axis: {
    labelFontSize: 15,
    titleFontSize: 15,
    titleFontWeight: 'normal',
    labelColor: INK,
    titleColor: INK,
    gridColor: '#e4e7eb',
    domain: false,
    ticks: false,
    labelPadding: 6,
    titlePadding: 10,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelFontSize: 15,
    labelLimit: 0,
    labelColor: INK,
    symbolStrokeWidth: 4,
    symbolSize: 250,
    columnPadding: 22,
    offset: 8,
  },
  text: { fontSize: 15, color: INK },
};

/** What stands above a picture: what one sees, and under it where and when it was measured. */
export function heading(title: string, caption: string): { text: string[]; subtitle: string[] } {
  return { text: wrapped(title, LETTERS_PER_LINE), subtitle: wrapped(caption, LETTERS_PER_LINE * 1.35) };
}

/** Lines of at most so many letters, broken between words. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}

export type Picture = TopLevelSpec;
