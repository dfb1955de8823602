import { format } from 'date-fns/format';

/** The day of the build on the clock of its machine, as `2024-05-17`. */
export const today = (): string => format(new Date(), 'yyyy-MM-dd');
