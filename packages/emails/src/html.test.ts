import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what is inserted is text, in elements and in attributes', () => {
  const hostile = `<b title="x" class='y'>&amp;</b>`;
  const escaped = '&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;';
  expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup stays markup, lists are joined, nothing is nothing', () => {
  const items = ['<', 2].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${[]}${null}${false}${0}</ul>`.text).toBe('<ul><li>&lt;</li><li>2</li>0</ul>');
});
