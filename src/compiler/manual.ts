import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import ts from 'typescript';
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
  const file = new URL('../story/schema.ts', import.meta.url);
  const source = ts.createSourceFile('schema.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const shared = new Map<string, ts.VariableDeclaration>();
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations) shared.set(one.name.getText(), one);
  const own = (node: ts.Node): string =>
    ts
      .getJSDocCommentsAndTags(node)
      .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
      .join(' ')
      .replace(/\s+/gu, ' ');
  const exampleIn = (node: ts.Node): { example?: string } => {
    const tags = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example');
    return tags[0] ? { example: ts.getTextOfJSDocComment(tags[0].comment) ?? '' } : {};
  };
  const add = (manual: Manual, node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) add(manual, property.expression);
        else {
          const name = property.name?.getText() ?? '';
          const field = ofNode(ts.isPropertyAssignment(property) ? property.initializer : shared.get(name));
          manual.fields.set(name, { ...field, text: own(property) || field.text, ...exampleIn(property) });
        }
      }
    } else if (ts.isArrayLiteralExpression(node)) manual.kinds.push(...node.elements.map(ofNode));
    else if (ts.isIdentifier(node)) {
      const declaration = shared.get(node.text);
      manual.text ||= declaration ? own(declaration) : '';
      if (declaration?.initializer) add(manual, declaration.initializer);
    } else if (ts.isCallExpression(node)) {
      add(manual, node.expression);
      // Answers in words have the fields of an answer.
      if (node.expression.getText() === 'answerIn') add(manual, ts.factory.createIdentifier('answer'));
      node.arguments.forEach((argument) => add(manual, argument));
    } else if (ts.isPropertyAccessExpression(node)) add(manual, node.expression);
    else if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) add(manual, node.expression);
  };
  const ofNode = (node: ts.Node | undefined): Manual => {
    const manual: Manual = { text: '', fields: new Map(), kinds: [] };
    if (node && ts.isVariableDeclaration(node)) {
      manual.text = own(node);
      Object.assign(manual, exampleIn(node));
      if (node.initializer) add(manual, node.initializer);
    } else if (node) add(manual, node);
    return manual;
  };
  return ofNode(shared.get('schemas')).fields;
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
