import type { Accent } from '../colour.ts';
import { html, type Markup } from '../html.ts';
import { blockHtml, spansHtml } from './block-html.ts';
import type { Letter, Span } from './letter.ts';
import { FONT, LIGHT, STYLE, WRAP } from './style.ts';

/** What the letter paper shows of the salon. */
export type Paper = {
  readonly language: string;
  readonly salon: string;
  readonly accent: Accent;
  /** Absolute address of a picture that mail programs show. */
  readonly logo: string | undefined;
  /** The salon's name, address and telephone, a line each. */
  readonly signature: readonly Span[];
};

/**
 * The letter as HTML for mail programs: tables, since Outlook for Windows lays out nothing else, with the colours in the
 * elements; without pictures it says the same; it loads nothing but the logo. Web mail drops the outer elements, so the
 * language stands once more inside.
 */
export function letterHtml(letter: Letter, paper: Paper): string {
  const { fill } = paper.accent;
  return html`<!doctype html>
<html lang="${paper.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${letter.subject}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${LIGHT.page}">
<div role="article" aria-roledescription="email" lang="${paper.language}" dir="ltr">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${letter.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${LIGHT.page}" class="page" style="background-color:${LIGHT.page}">
<tr><td align="center" class="outer" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${LIGHT.paper}" class="paper" style="max-width:560px;background-color:${LIGHT.paper};border-radius:12px;overflow:hidden">
<tr><td height="6" bgcolor="${fill}" style="height:6px;line-height:6px;font-size:0;background-color:${fill}">&nbsp;</td></tr>
<tr><td align="left" class="inner" style="padding:28px 32px 36px;font-family:${FONT};text-align:left">
${head(paper)}
<h1 class="ink" style="margin:20px 0 0;font-size:22px;line-height:30px;font-weight:600;color:${LIGHT.ink};${WRAP}">${letter.lead}</h1>
${letter.blocks.map((block) => blockHtml(block, paper.accent))}
${foot(letter, paper)}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</div>
</body>
</html>
`.text;
}

/** The logo lies on white also in the dark, since most are drawn for it; not loaded, it leaves the name. */
function head({ salon, logo }: Paper): Markup {
  const name = `font-family:${FONT};font-size:18px;line-height:26px;font-weight:600;color:${LIGHT.ink}`;
  if (logo === undefined) return html`<p class="ink" style="margin:0;${name};${WRAP}">${salon}</p>`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td bgcolor="#ffffff" class="tile" style="background-color:#ffffff;border-radius:8px"><img src="${logo}" alt="${salon}" height="48" style="display:block;border:0;height:48px;width:auto;max-width:240px;${name}"></td>
</tr></table>`;
}

function foot({ footnotes }: Letter, { signature }: Paper): Markup {
  const small = `font-size:14px;line-height:21px;color:${LIGHT.soft};${WRAP}`;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:28px"><tr>
<td class="soft rule" style="padding-top:16px;border-top:1px solid ${LIGHT.rule};${small}">
${signature.map((line) => html`${spansHtml([line], 'soft')}<br>\n`)}
${footnotes.map((text) => html`<p class="soft" style="margin:10px 0 0;${small}">${text}</p>\n`)}
</td>
</tr></table>`;
}
