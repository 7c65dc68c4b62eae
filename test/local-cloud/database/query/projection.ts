import { requestFailed } from '../errors';
import type { Document } from '../types';
import { isDocument } from '../values/bson-type';
import { ownField, splitPath } from '../values/paths';
import { compileFilter } from './filter';

type Project = (document: Document) => Document;
interface Node {
  [field: string]: Node | true;
}

/**
 * Compiles the `field()` of a read: inclusion or exclusion by path, `$slice`, `$elemMatch`; `_id` stays unless
 * excluded.
 */
export function compileProjection(value: unknown): Project {
  if (!isDocument(value)) throw requestFailed('projection must be an object');
  const { _id: id, ...rest } = value;
  const flags = Object.entries(rest).filter(([, rule]) => !isDocument(rule));
  const computed = Object.entries(rest).filter(([, rule]) => isDocument(rule)) as [string, Document][];
  const included = flags.filter(([, rule]) => truthy(rule)).map(([path]) => path);
  const excluded = flags.filter(([, rule]) => !truthy(rule)).map(([path]) => path);
  if (included.length && excluded.length)
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  const edits = computed.map(([path, rule]) => compileRule(path, rule));
  const keepsOnly =
    included.length > 0 || (excluded.length === 0 && (truthy(id) || edits.some((edit) => edit.includes)));
  const tree = pathTree(keepsOnly ? [...included, ...computed.map(([path]) => path)] : excluded);
  return (document) => {
    const body = keepsOnly ? keep(document, tree) : drop(document, tree);
    const shaped = edits.reduce((result, edit) => edit.apply(result, document), body as Document);
    const { _id, ...fields } = shaped as { _id?: unknown };
    const wantsId = id === undefined || truthy(id);
    return wantsId && '_id' in document ? { _id: document['_id'] ?? _id, ...fields } : fields;
  };
}

function truthy(rule: unknown): boolean {
  if (typeof rule === 'number' || typeof rule === 'boolean') return Boolean(rule);
  if (rule === undefined) return false;
  throw requestFailed('projection values must be 0, 1 or an operator');
}

function pathTree(paths: readonly string[]): Node {
  const root: Node = {};
  for (const path of paths) {
    let node = root;
    const parts = splitPath(path);
    parts.forEach((part, i) => {
      const next = Object.prototype.hasOwnProperty.call(node, part) ? node[part] : undefined;
      const isLast = i === parts.length - 1;
      if (next === true || (isLast && next)) throw requestFailed(`Path collision at ${path}`);
      node[part] = isLast ? true : (next ?? {});
      if (!isLast) node = node[part] as Node;
    });
  }
  return root;
}

function keep(value: unknown, tree: Node): unknown {
  if (Array.isArray(value)) {
    return value.filter((e) => isDocument(e) || Array.isArray(e)).map((element) => keep(element, tree));
  }
  if (!isDocument(value)) return undefined;
  const result: Document = {};
  for (const name of Object.keys(value)) {
    const node = Object.prototype.hasOwnProperty.call(tree, name) ? tree[name] : undefined;
    if (node === undefined) continue;
    const kept = node === true ? value[name] : keep(value[name], node);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function drop(value: unknown, tree: Node): unknown {
  if (Array.isArray(value)) return value.map((element) => drop(element, tree));
  if (!isDocument(value)) return value;
  const result: Document = {};
  for (const [name, member] of Object.entries(value)) {
    const node = Object.prototype.hasOwnProperty.call(tree, name) ? tree[name] : undefined;
    if (node !== true) result[name] = node ? drop(member, node) : member;
  }
  return result;
}

interface Edit {
  includes: boolean;
  apply: (result: Document, source: Document) => Document;
}

function compileRule(path: string, rule: Document): Edit {
  const [operator, operand] = Object.entries(rule)[0] ?? [];
  if (Object.keys(rule).length !== 1 || (operator !== '$slice' && operator !== '$elemMatch')) {
    throw requestFailed(`Unsupported projection option: ${path}: ${JSON.stringify(rule)}`);
  }
  if (path.includes('.')) throw requestFailed(`${operator} on a dotted path is not supported: ${path}`);
  if (operator === '$slice') {
    const cut = slicer(operand);
    return {
      includes: false,
      apply: (result, source) => {
        const value = ownField(source, path);
        return Array.isArray(value) ? { ...result, [path]: cut(value) } : result;
      },
    };
  }
  const matches = compileFilter({ list: { $elemMatch: operand } });
  return {
    includes: true,
    apply: (result, source) => {
      const value = ownField(source, path);
      const { [path]: _dropped, ...others } = result;
      const found = Array.isArray(value) ? value.find((element) => matches({ list: [element] })) : undefined;
      return found === undefined ? others : { ...others, [path]: [found] };
    },
  };
}

function slicer(operand: unknown): (array: unknown[]) => unknown[] {
  if (typeof operand === 'number')
    return (array) => (operand < 0 ? array.slice(operand) : array.slice(0, operand));
  if (Array.isArray(operand) && operand.length === 2 && operand.every((n) => typeof n === 'number')) {
    const [skip, limit] = operand as [number, number];
    if (limit <= 0) throw requestFailed('$slice limit must be positive');
    return (array) => {
      const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
      return array.slice(start, start + limit);
    };
  }
  throw requestFailed('$slice takes a number or [skip, limit]');
}
