/** Whether the browser has the Popover API. Without it links are followed as usual, and nothing floats. */
export const canFloat = 'showPopover' in HTMLElement.prototype;

/** Moves a floating element below a place, or above it where there is no room below; always within the window. */
export function put(element: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  // Where it was before there may be less room than in the window, and it would be measured narrower than it becomes.
  element.style.left = '0';
  const { offsetWidth: width, offsetHeight: height } = element;
  const above = bottom + height + 12 > innerHeight && top - height - 8 > 0;
  const start = document.dir === 'rtl' ? right - width : left;
  element.style.left = `${Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
  element.style.top = `${(above ? top - height - 6 : bottom + 6) + scrollY}px`;
}
