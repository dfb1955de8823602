import type { Entry } from './entries.ts';

/**
 * Checks by type that no field of a file is left over: call it with the rest of a destructured object. A new field of
 * the schema that no code reads does not compile.
 */
export function allUsed(_rest: Record<string, never>): void {
  // The check is in the type of the parameter; there is nothing to do when the code runs.
}

/**
 * A function that finds an item by its id. It throws an Error for an unknown id: the checks of the compiler should have
 * refused it.
 */
export function byId<Item extends { id: string }>(items: readonly Item[], kind: string): (id: string) => Item {
  const map = new Map(items.map((item) => [item.id, item]));
  return (id) => {
    const item = map.get(id);
    if (!item) throw new Error(`there is no ${kind} “${id}”`);
    return item;
  };
}

/** Compares files by the `order` that their writer gave them, for sorting. */
export function byOrder(a: Entry<{ order: number }>, b: Entry<{ order: number }>): number {
  return a.data.order - b.data.order;
}
