import { stringify } from 'csv-stringify/sync';

/** A table of the pack; also a CSV file of its own under `file`. */
interface Table {
  file: string;
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A page of the pack: a Markdown file under `file`, and a section of the one HTML page. */
export interface Page {
  file: string;
  title: string;
  lead: readonly string[];
  tables: readonly Table[];
}

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

const tableInMarkdown = ({ title, head, rows }: Table): string =>
  [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');

/** The page as Markdown. */
export const asMarkdown = ({ title, lead, tables }: Page): string =>
  [`# ${title}`, '', ...lead.flatMap((text) => [text, '']), ...tables.map(tableInMarkdown)].join('\n');

/** A formula is text in a spreadsheet, whoever wrote the cell. */
const inert = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

/** The table as CSV that spreadsheets open as UTF-8. */
export const asCsv = ({ head, rows }: Table): string =>
  stringify([head, ...rows.map((cells) => cells.map(inert))], { bom: true, record_delimiter: 'windows' });

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
const row = (tag: 'th' | 'td', cells: readonly string[]) =>
  `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;

const pageInHtml = ({ file, title, lead, tables }: Page): string => `<section id="${file}">
<h2>${escaped(title)}</h2>
${lead.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${tables
  .map(
    ({ title: name, head, rows }) =>
      `<h3>${escaped(name)}</h3>\n<div><table><thead>${row('th', head)}</thead><tbody>${rows
        .map((cells) => row('td', cells))
        .join('\n')}</tbody></table></div>`,
  )
  .join('\n')}
</section>`;

const style = `body{font:15px/1.6 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
div{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#f3f3f3}h2{margin-top:3rem;border-bottom:2px solid #07c160}@media print{body{max-width:none}section{break-before:page}}`;

/** All pages as one file that needs nothing else. */
export const asHtml = (title: string, pages: readonly Page[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><nav><ul>${pages
  .map(({ file, title: name }) => `<li><a href="#${file}">${escaped(name)}</a></li>`)
  .join('')}</ul></nav>
${pages.map(pageInHtml).join('\n')}
</body></html>
`;
