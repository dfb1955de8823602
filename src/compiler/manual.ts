import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parseSync, type ESTree } from 'vite';
import { parse } from 'yaml';
import { schemas } from '../story/schema.ts';

/** What the manual says of a field and of those in it; a field of several kinds has the fields of each. */
export interface Manual {
  text: string;
  /** A filled example, as YAML. */
  example?: string;
  fields: Map<string, Manual>;
  kinds: Manual[];
}

export type Kind = keyof typeof schemas;

/** The comments of story/schema.ts, which are the writer's manual, by kind of file and field. */
export function readManual(): Map<string, Manual> {
  const code = readFileSync(new URL('../story/schema.ts', import.meta.url), 'utf8');
  const { program, comments } = parseSync('schema.ts', code);
  // A comment by the place of what it stands before.
  const written = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const docs = new Map(written.map(({ end, value }) => [end + code.slice(end).search(/\S/), value]));
  const docAt = (at: number): Pick<Manual, 'text' | 'example'> => {
    const lines = (docs.get(at) ?? '').replace(/^\s*\*( |$)/gm, '');
    const [text = '', example] = lines.split(/^@example/m);
    return { text: text.replace(/\s+/gu, ' ').trim(), ...(example !== undefined && { example: example.trim() }) };
  };
  const shared = new Map<string, { at: number; value: ESTree.Node | null }>();
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations)
        if (id.type === 'Identifier') shared.set(id.name, { at: statement.start, value: init });
  }
  const add = (manual: Manual, node: ESTree.Node | null): void => {
    switch (node?.type) {
      case 'ObjectExpression':
        for (const property of node.properties) {
          if (property.type === 'SpreadElement') add(manual, property.argument);
          else if (property.key.type === 'Identifier') {
            const { text, ...doc } = docAt(property.start);
            const field = ofNode(property.value);
            manual.fields.set(property.key.name, { ...field, text: text || field.text, ...doc });
          }
        }
        break;
      case 'ArrayExpression':
        manual.kinds.push(...node.elements.map(ofNode));
        break;
      case 'Identifier':
        addShared(manual, node.name);
        break;
      case 'CallExpression':
        add(manual, node.callee);
        // Answers in words have the fields of an answer.
        if (node.callee.type === 'Identifier' && node.callee.name === 'answerIn') addShared(manual, 'answer');
        node.arguments.forEach((argument) => add(manual, argument));
        break;
      case 'MemberExpression':
        add(manual, node.object);
        break;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        add(manual, node.expression);
    }
  };
  const addShared = (manual: Manual, name: string): void => {
    const declared = shared.get(name);
    if (!declared) return;
    const { text, ...doc } = docAt(declared.at);
    manual.text ||= text;
    Object.assign(manual, doc);
    add(manual, declared.value);
  };
  const ofNode = (node: ESTree.Node | null): Manual => {
    const manual: Manual = { text: '', fields: new Map(), kinds: [] };
    add(manual, node);
    return manual;
  };
  const all: Manual = { text: '', fields: new Map(), kinds: [] };
  addShared(all, 'schemas');
  return all.fields;
}

/** A JSON Schema as far as it is walked here. */
export interface JsonSchema {
  description?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | false;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** The JSON Schema of what a writer puts into a kind of file, with the manual as its descriptions. */
export function jsonSchemaOf(kind: Kind, manual: Manual | undefined): JsonSchema {
  const schema = z.toJSONSchema(schemas[kind], { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return described(schema as JsonSchema, manual);
}

function described(schema: JsonSchema, manual: Manual | undefined): JsonSchema {
  if (!manual) return schema;
  const { properties, items, additionalProperties, oneOf, anyOf } = schema;
  // What a list or a table holds has the fields, but not the words for the whole of it.
  const { example: _example, ...rest } = manual;
  const inner = { ...rest, text: '' };
  const kinds = (all: JsonSchema[]) => all.map((one, at) => described(one, manual.kinds[at] ?? rest));
  return {
    ...schema,
    ...(manual.text !== '' && { description: manual.text }),
    ...(manual.example !== undefined && { examples: [parse(manual.example)] }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, described(one, manual.fields.get(name))]),
      ),
    }),
    ...(items && { items: described(items, inner) }),
    ...(additionalProperties && { additionalProperties: described(additionalProperties, inner) }),
    ...(oneOf && { oneOf: kinds(oneOf) }),
    ...(anyOf && { anyOf: kinds(anyOf) }),
  };
}
