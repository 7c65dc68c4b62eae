import { fromMarkdown } from 'mdast-util-from-markdown';
import { policyDigest, type PolicyDocument } from '../../cloudfunctions/domain/policy/document';
import type { Practices } from '../../cloudfunctions/domain/policy/practices';
import type { PolicyNode } from '../../src/contracts/policy';
import { directiveNames, tableOf } from './policy-tables';

type Block = ReturnType<typeof fromMarkdown>['children'][number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

/**
 * Compiles a version's Markdown; anything outside the small grammar throws, with its line. Build time only: the
 * functions read the archived JSON, so that no Markdown parser is ever deployed. What a policy may contain is
 * deliberately little: headings, paragraphs, flat lists of plain text, and directives (`{{collected}}` alone in a
 * paragraph), which become tables of what is done.
 */
export function compilePolicy(markdown: string, practices: Practices): PolicyDocument {
  const { header, body, bodyLine } = splitHeader(markdown);
  const { version, updatedOn, effectiveOn } = header;
  const root = fromMarkdown(body);
  const nodes = root.children.map((node) => compileBlock(node, bodyLine, practices));
  const content = { version, updatedOn, effectiveOn, nodes };
  return { ...content, digest: policyDigest(content) };
}

/**
 * What a version declares of itself that no table can know: `ownership:` with a sentence, and `impact: high` with the
 * sentence that the assessment came to (policy section 10.2).
 */
export function declaredIn(markdown: string): Practices['declared'] {
  const { ownership, impact } = splitHeader(markdown).header;
  return { ownership, impact };
}

interface Header {
  version: string;
  updatedOn: string;
  effectiveOn: string;
  ownership: string | null;
  impact: string | null;
}

const headerNames: readonly string[] = ['version', 'updatedOn', 'effectiveOn', 'ownership', 'impact'];

/** Reads the `name: value` lines between the two `---` at the top. */
function splitHeader(markdown: string): { header: Header; body: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  if (!match) throw new Error('a policy starts with its version and dates between two --- lines');
  const [whole, block = ''] = match;
  const lines = new Map(
    block.split('\n').map((line) => {
      const [, name = line, value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      return [name, value] as const;
    }),
  );
  const strange = [...lines.keys()].filter((name) => !headerNames.includes(name));
  if (strange.length > 0) throw new Error(`policy header: only ${headerNames.join(', ')}`);
  const read = (name: string, shape: RegExp): string => {
    const value = shape.exec(lines.get(name) ?? '');
    if (!value) throw new Error(`policy header: ${name} is missing or malformed`);
    return value[1] ?? value[0];
  };
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const header = {
    version: read('version', /^[1-9]\d*$/),
    updatedOn: read('updatedOn', day),
    effectiveOn: read('effectiveOn', day),
    ownership: lines.has('ownership') ? read('ownership', /^.+。$/) : null,
    impact: lines.has('impact') ? read('impact', /^high (.+。)$/) : null,
  };
  return { header, body: markdown.slice(whole.length), bodyLine: whole.split('\n').length - 1 };
}

function compileBlock(node: Block, bodyLine: number, practices: Practices): PolicyNode {
  switch (node.type) {
    case 'heading': {
      const text = plainText(node.children, bodyLine);
      const section = /^(\d+(?:\.\d+)?) /.exec(text)?.[1];
      return { type: 'heading', depth: node.depth, text, ...(section === undefined ? {} : { section }) };
    }
    case 'paragraph': {
      const text = plainText(node.children, bodyLine);
      const directive = /^\{\{(.*)\}\}$/.exec(text)?.[1];
      if (directive === undefined) return { type: 'paragraph', text };
      const table = tableOf(directive, practices);
      if (!table) throw unknown(node, bodyLine, `{{${directive}}}, only ${directiveNames.join(', ')}`);
      return table;
    }
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
