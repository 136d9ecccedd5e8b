/** How the inbox looks: one column, light and dark by the system. */
export const INBOX_CSS = `
:root{color-scheme:light dark;--page:#f5f5f4;--paper:#fff;--ink:#1c1917;--soft:#57534e;--rule:#e7e5e4}
@media (prefers-color-scheme:dark){:root{--page:#1c1917;--paper:#292524;--ink:#fafaf9;--soft:#d6d3d1;--rule:#57534e}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/24px -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:720px;margin:0 auto;padding:24px 16px 64px}
h1{margin:8px 0;font-size:24px;line-height:32px;font-weight:600}
h2{margin:32px 0 8px;font-size:18px;line-height:26px;font-weight:600}
p{margin:8px 0}
a{color:inherit;text-underline-offset:3px}
a:focus-visible,pre:focus-visible{outline:3px solid var(--ink);outline-offset:2px;border-radius:4px}
.card{margin:16px 0;padding:12px 16px;background:var(--paper);border:1px solid var(--rule);border-radius:12px}
.soft,dt{margin:0;color:var(--soft);font-size:14px;line-height:22px}
.mails{padding:0 16px;list-style:none}
.mails li{padding:12px 0}
.mails li+li{border-top:1px solid var(--rule)}
.mails a{display:inline-block;padding:4px 0;font-weight:600}
dl div{display:grid;grid-template-columns:112px 1fr;gap:8px;padding:4px 0}
dd{margin:0}
pre{white-space:pre-wrap;font:14px/22px ui-monospace,Menlo,Consolas,monospace}
iframe.card{display:block;width:100%;height:900px;padding:0}
`;
