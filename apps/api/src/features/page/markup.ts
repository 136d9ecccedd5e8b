/** Text inside an element or a quoted attribute. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Data in a script element that is no script: the browser reads it as it stands up to the first
 * end tag, so nothing in it may look like one.
 */
export const dataScript = (type: string, data: unknown, id?: string) =>
  `<script type="${type}"${id === undefined ? '' : ` id="${id}"`}>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** An empty element with its attributes. */
export const tag = (name: 'meta' | 'link', attributes: Readonly<Record<string, string>>) =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${escaped(value)}"`)
    .join(' ')} />`;
