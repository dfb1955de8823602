/** The theme switch: follows the reader's setting until the reader chooses, and remembers the choice on the device. */
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (root.dataset['theme'] || (dark.matches ? 'dark' : 'light')) === 'dark';
const show = () => button?.setAttribute('aria-pressed', String(isDark()));

if (button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // A device that stores nothing still changes this page.
    }
    show();
  });
  dark.addEventListener('change', show);
  show();
}
