import { Context, ProcessingMode } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { compileJsonSchema } from './json-schema';
import { EXPRESSION_OVERRIDES } from './expressions';
import { QUERY_OPERATORS } from './operators';

/** Run user code, which no database call may; left out of the context so that they are unknown. */
const SCRIPTS = new Set(['$where', '$function', '$accumulator']);

const without = <T extends Record<string, unknown>>(operators: T): T =>
  Object.fromEntries(Object.entries(operators).filter(([name]) => !SCRIPTS.has(name))) as T;

/** mingo's operators with MongoDB's meaning put back where mingo's differs. Pipeline stages are added per call. */
const CONTEXT_PARTS = {
  accumulator: without({ ...accumulators }),
  expression: { ...without({ ...expressions }), ...EXPRESSION_OVERRIDES },
  projection: { ...projections },
  query: { ...without({ ...queries }), ...QUERY_OPERATORS },
  window: { ...windows },
} as unknown as NonNullable<Parameters<typeof Context.init>[0]>;

/** Options for one call, with the stages that it may use. */
export function queryOptions(pipeline: Record<`$${string}`, unknown> = {}): Options {
  return {
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    jsonSchemaValidator: compileJsonSchema,
    context: Context.init({ ...CONTEXT_PARTS, pipeline: pipeline as never }),
  };
}
