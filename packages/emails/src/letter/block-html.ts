import type { Accent } from '../colour.ts';
import { html, type Markup } from '../html.ts';
import type { Block, Fact, Span } from './letter.ts';
import { LIGHT, WRAP } from './style.ts';

const TEXT = `font-size:16px;line-height:24px;${WRAP}`;

export function blockHtml(block: Block, accent: Accent): Markup {
  if (block.kind === 'facts') return factsHtml(block.facts);
  if (block.kind === 'button') return buttonHtml(block.label, block.url, accent);
  return html`<p class="ink" style="margin:16px 0 0;color:${LIGHT.ink};${TEXT}">${spansHtml(block.spans, 'ink')}</p>
`;
}

/** Links are told by their line, not by colour: the salon's may be any. */
export function spansHtml(spans: readonly Span[], tone: 'ink' | 'soft'): Markup[] {
  return spans.map(({ text, href }) =>
    href === undefined
      ? html`${text}`
      : html`<a href="${href}" class="${tone}" style="color:${LIGHT[tone]};text-decoration:underline${href.startsWith('tel:') && ';white-space:nowrap'}">${text}</a>`,
  );
}

/** A table that is one, for those who hear it: each line is named by its label. */
function factsHtml(facts: readonly Fact[]): Markup {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:20px;table-layout:fixed">
${facts.map(factHtml)}</table>
`;
}

function factHtml({ label, lines }: Fact, index: number): Markup {
  const line = `padding:10px 0;border-top:1px solid ${LIGHT.rule};${TEXT}`;
  const weight = index === 0 ? 600 : 400;
  return html`<tr>
<th scope="row" width="96" align="left" valign="top" class="soft rule" style="width:96px;${line};text-align:left;font-weight:400;color:${LIGHT.soft}">${label}</th>
<td align="left" valign="top" class="ink rule" style="${line};font-weight:${weight};color:${LIGHT.ink}">${lines.map((spans, at) => [at > 0 && html`<br>`, ...spansHtml(spans, 'ink')])}</td>
</tr>
`;
}

/** Outlook takes the padding from the cell, everybody else from the link, so that all of it can be pressed. */
function buttonHtml(label: string, url: string, { fill, text, edge }: Accent): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="whole" style="margin-top:20px"><tr>
<td bgcolor="${fill}" style="background-color:${fill};border:1px solid ${edge};border-radius:10px;mso-padding-alt:13px 22px"><a href="${url}" class="button" style="display:inline-block;padding:13px 22px;font-size:16px;line-height:22px;font-weight:600;color:${text};text-decoration:none">${label}</a></td>
</tr></table>
`;
}
