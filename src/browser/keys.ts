/** The key / opens the search, unless the reader is typing or has switched it off on the search page. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    try {
      if (localStorage.getItem('slash') === 'off') return;
    } catch {
      // Nothing is stored on this device.
    }
    const search = document.querySelector<HTMLAnchorElement>('a[rel=search]');
    if (!search) return;
    event.preventDefault();
    search.click();
  });
}
