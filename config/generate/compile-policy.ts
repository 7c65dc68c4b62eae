import { fromMarkdown } from 'mdast-util-from-markdown';
import { policyDigest, type PolicyDocument } from '../../cloudfunctions/domain/policy/document';
import type { PolicyNode } from '../../src/contracts/policy';

type Block = ReturnType<typeof fromMarkdown>['children'][number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

/**
 * Compiles a version's Markdown; anything outside the small grammar throws, with its line. Build time only: the functions
 * read the archived JSON, so that no Markdown parser is ever deployed. What a policy may contain is deliberately little:
 * headings, paragraphs and flat lists of plain text.
 */
export function compilePolicy(markdown: string): PolicyDocument {
  const { header, body, bodyLine } = splitHeader(markdown);
  const root = fromMarkdown(body);
  const content = { ...header, nodes: root.children.map((node) => compileBlock(node, bodyLine)) };
  return { ...content, digest: policyDigest(content) };
}

const headerNames = ['version', 'updatedOn', 'effectiveOn'] as const;
type Header = Record<(typeof headerNames)[number], string>;

/** Reads the three `name: value` lines between the two `---` at the top. */
function splitHeader(markdown: string): { header: Header; body: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  if (!match) throw new Error('a policy starts with its version and dates between two --- lines');
  const [whole, block = ''] = match;
  const lines = new Map(
    block.split('\n').map((line) => {
      const [name = '', value = ''] = line.split(': ', 2);
      return [name, value] as const;
    }),
  );
  const read = (name: (typeof headerNames)[number], shape: RegExp): string => {
    const value = lines.get(name) ?? '';
    if (!shape.test(value)) throw new Error(`policy header: ${name} is missing or malformed`);
    return value;
  };
  if (lines.size !== headerNames.length) throw new Error(`policy header: only ${headerNames.join(', ')}`);
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const header = {
    version: read('version', /^[1-9]\d*$/),
    updatedOn: read('updatedOn', day),
    effectiveOn: read('effectiveOn', day),
  };
  return { header, body: markdown.slice(whole.length), bodyLine: whole.split('\n').length - 1 };
}

function compileBlock(node: Block, bodyLine: number): PolicyNode {
  switch (node.type) {
    case 'heading': {
      const text = plainText(node.children, bodyLine);
      const section = /^(\d+(?:\.\d+)?) /.exec(text)?.[1];
      return { type: 'heading', depth: node.depth, text, ...(section === undefined ? {} : { section }) };
    }
    case 'paragraph':
      return { type: 'paragraph', text: plainText(node.children, bodyLine) };
    case 'list': {
      const items = node.children.map((item) => {
        const [only, ...more] = item.children;
        if (only?.type !== 'paragraph' || more.length > 0)
          throw unknown(item, bodyLine, 'a nested list item');
        return plainText(only.children, bodyLine);
      });
      return { type: 'list', ordered: node.ordered === true, items };
    }
    default:
      throw unknown(node, bodyLine);
  }
}

/** The text of inline nodes; a line break inside Chinese prose is layout of the source, not a space. */
function plainText(children: readonly Inline[], bodyLine: number): string {
  return children
    .map((child) => {
      if (child.type !== 'text') throw unknown(child, bodyLine);
      return child.value.replace(/\n/g, '');
    })
    .join('');
}

function unknown(node: Pick<Block, 'type' | 'position'>, bodyLine: number, what: string = node.type): Error {
  const line = (node.position?.start.line ?? 0) + bodyLine;
  return new Error(`line ${String(line)}: a policy cannot contain ${what}`);
}
