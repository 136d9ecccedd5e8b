import { html } from '../html.ts';

/** Warm neutrals, light and dark; every pair of ink and paper has a contrast of 7 or more. */
export const LIGHT = { page: '#f5f5f4', paper: '#ffffff', ink: '#1c1917', soft: '#57534e', rule: '#e7e5e4' };
const DARK = { page: '#1c1917', paper: '#292524', ink: '#fafaf9', soft: '#d6d3d1', rule: '#57534e' };

export const FONT = '-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif';

/** Long words of others break rather than widen the page. */
export const WRAP = 'overflow-wrap:anywhere;word-break:break-word';

/**
 * Everything needed stands in the elements themselves, for programs that drop this; here is only what they cannot say:
 * the dark colours and the narrow screen. `[data-ogsc]` is what Outlook's web mail puts round a mail it shows dark.
 */
export const STYLE = html`
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
@media (max-width:480px){
.outer{padding:0 !important}
.paper{border-radius:0 !important}
.inner{padding:20px 16px 32px !important}
.whole{width:100% !important}
.button{display:block !important;text-align:center !important}
}
@media (prefers-color-scheme:dark){${dark('')}}
${dark('[data-ogsc] ')}
`;

function dark(within: string): string {
  return [
    `.page{background-color:${DARK.page} !important}`,
    `.paper{background-color:${DARK.paper} !important}`,
    `.ink{color:${DARK.ink} !important}`,
    `.soft{color:${DARK.soft} !important}`,
    `.rule{border-color:${DARK.rule} !important}`,
    '.tile{padding:6px 10px !important}',
  ]
    .map((rule) => `${within}${rule}\n`)
    .join('');
}
