import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants took. */
export interface Taken {
  /** The most memory that was in use at one time by all of them, in bytes: resident, looked at every 100 ms. */
  tree: number;
  /** The most that the first process had in use, in bytes, as the kernel counts it (VmHWM). */
  main: number;
  /** Processor time of all of them, in milliseconds. */
  processor: number;
}

const EVERY = 100;
/** The kernel's clock ticks in milliseconds, and its page in bytes. */
const TICK = 10;
const PAGE = 4096;

/** Watches a process until it ends; zeros where the machine has no `/proc`. */
export function watchProcess(pid: number): () => Taken {
  const taken: Taken = { tree: 0, main: 0, processor: 0 };
  const look = () => {
    const tree = descendants(pid);
    taken.tree = Math.max(
      taken.tree,
      tree.reduce((sum, { resident }) => sum + resident, 0),
    );
    taken.processor = Math.max(taken.processor, tree.reduce((sum, { ticks }) => sum + ticks, 0) * TICK);
    taken.main = Math.max(taken.main, highWater(pid));
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    return taken;
  };
}

interface Process {
  pid: number;
  parent: number;
  /** Ticks that it and the children that it has waited for took. */
  ticks: number;
  resident: number;
}

function descendants(first: number): Process[] {
  const all = pids().flatMap((pid) => statOf(pid) ?? []);
  const found = new Set([first]);
  // A child may have a lower number than its parent once numbers start anew, so that once through is not enough.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

/** See proc(5): the name stands in brackets and may hold anything. */
function statOf(pid: number): Process | undefined {
  const text = read(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number) => Number(fields[field - 3]);
  return text === ''
    ? undefined
    : { pid, parent: at(4), ticks: at(14) + at(15) + at(16) + at(17), resident: at(24) * PAGE };
}

function highWater(pid: number): number {
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
