import * as z from 'zod/mini';
import { logins, type deviceFacts } from './data-map/collections/logins';

const { model, system, client, language, network } = logins.fields;

/** What the mini program can really read of the phone it runs on, by the security log's own declaration (P06). */
export const device = z.optional(
  z.strictObject({
    model: z.optional(model.schema),
    system: z.optional(system.schema),
    client: z.optional(client.schema),
    language: z.optional(language.schema),
    network: z.optional(network.schema),
  } satisfies Record<(typeof deviceFacts)[number], z.ZodMiniType>),
);
