/**
 * The theme switch. The page has the theme of the device until the reader chooses the other one, which is remembered.
 * Choosing the theme that the device has anyway deletes that memory.
 */
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

const deviceTheme = () => (dark.matches ? 'dark' : 'light');
const isDark = () => (root.dataset['theme'] || deviceTheme()) === 'dark';
const show = () => button?.setAttribute('aria-pressed', String(isDark()));

export function switchTheme(): void {
  // WebKit alone has to be told what its images should look like.
  if (navigator.vendor.startsWith('Apple')) void import('./pictures.ts');
  button?.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    const isChoice = theme !== deviceTheme();
    root.dataset['theme'] = isChoice ? theme : '';
    try {
      if (isChoice) localStorage.setItem('theme', theme);
      else localStorage.removeItem('theme');
    } catch {
      // A device that stores nothing still changes this page.
    }
    show();
  });
  dark.addEventListener('change', show);
  show();
}
