import type { Entry } from './entries.ts';

/** Takes what is left of a file's fields when all known ones are taken. A new field of the schema that nobody takes does not compile. */
export function allUsed(_rest: Record<string, never>): void {
  // Only its type matters.
}

/** Finds by id; an id that is not there means that content was not checked, which is a fault of the code. */
export function byId<Item extends { id: string }>(items: readonly Item[], kind: string): (id: string) => Item {
  const map = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = map.get(id);
    if (!item) throw new Error(`there is no ${kind} “${id}”`);
    return item;
  };
}

/** Compares files by the place that their writer gave them. */
export function byOrder(a: Entry<{ order: number }>, b: Entry<{ order: number }>): number {
  return a.data.order - b.data.order;
}
