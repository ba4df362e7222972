/**
 * The only documents that a server answers, when its operator wants it so: the `.graphql` files of a folder.
 *
 * A client sends the text of a file to the letter, or its hash: `documentId: "sha256:…"`, as the GraphQL-over-HTTP
 * proposal has it, or the hash of Apollo's persisted queries. Nobody can then ask what the operator has not read.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentsUnreadable, notATrustedDocument } from './problems.ts';
import { errorBody } from './request-errors.ts';

export interface TrustedDocuments {
  /** Lets a question pass, or answers that it is not one of these. A hash is put in place of its text. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

type Fields = Record<string, unknown>;

/**
 * The documents of a folder.
 * @throws KnowledgeError `documents-unreadable`
 */
export function readTrustedDocuments(folder: string): TrustedDocuments {
  const byHash = new Map(readTexts(folder).map((text) => [createHash('sha256').update(text).digest('hex'), text]));
  const texts = new Set(byHash.values());
  return {
    admit: async (request, reply) => {
      const asked = (request.method === 'GET' ? request.query : request.body) as Fields | null;
      if (typeof asked === 'object' && asked !== null) {
        const text = byHash.get(hashIn(asked) ?? '');
        if (text !== undefined && request.method === 'POST') {
          const { documentId: _id, extensions: _extensions, ...rest } = asked;
          request.body = { ...rest, query: text };
          return undefined;
        }
        if (typeof asked.query === 'string' && texts.has(asked.query)) return undefined;
      }
      return reply.code(403).send(errorBody(notATrustedDocument, { code: 'NOT_A_TRUSTED_DOCUMENT' }));
    },
  };
}

function readTexts(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((it) => it.endsWith('.graphql'));
    if (files.length === 0) throw new Error('it has no .graphql files');
    return files.map((file) => readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    throw documentsUnreadable(folder, (error as Error).message);
  }
}

/** The hash that a question names instead of a text. */
function hashIn({ documentId, extensions, query }: Fields): string | undefined {
  if (query !== undefined) return undefined;
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
}
