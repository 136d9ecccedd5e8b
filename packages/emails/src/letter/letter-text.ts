import type { Block, Fact, Letter, Span } from './letter.ts';

/**
 * The letter for reading as plain text: every link that does something stands in full on a line of its own; links that
 * only spare typing (map, telephone) are left as what they show.
 */
export function letterText({ lead, blocks, footnotes }: Letter, signature: readonly string[]): string {
  return [lead, ...blocks.map(blockText), signature.join('\n'), footnotes.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return plain(block.spans);
  if (block.kind === 'button') return `${block.label}:\n${block.url}`;
  return block.facts.map(factText).join('\n');
}

/** "Wann: …" on one line; what somebody typed is indented, so that a note cannot be taken for another fact. */
function factText({ label, lines, asTyped = false }: Fact): string {
  return `${label}: ${lines.map(plain).join(asTyped ? '\n  ' : ', ')}`;
}

const plain = (spans: readonly Span[]) => spans.map(({ text }) => text).join('');
