'use strict';

// Redoc signs its menu with a picture from another host. The page's policy would refuse it, and the
// console would show that as an error. This page has no pictures, so none is asked for.
const picture = HTMLImageElement.prototype;
picture.setAttribute = function (name, value) {
  if (name !== 'src') {
    Element.prototype.setAttribute.call(this, name, value);
  }
};
Object.defineProperty(picture, 'src', {
  set() {
    this.hidden = true;
  },
});

const light = {
  colors: { primary: { main: '#0f5c4d' } },
  sidebar: { backgroundColor: '#f5f4f0' },
};

const dark = {
  colors: {
    primary: { main: '#74d1b5' },
    success: { main: '#74d1b5' },
    error: { main: '#ff9d94' },
    text: { primary: '#e9eeee', secondary: '#a8b4b8' },
    border: { dark: '#3a464a', light: '#2b3538' },
    responses: {
      success: { color: '#74d1b5', backgroundColor: '#16302a', tabTextColor: '#74d1b5' },
      error: { color: '#ff9d94', backgroundColor: '#33191a', tabTextColor: '#ff9d94' },
    },
  },
  schema: {
    nestedBackground: '#101517',
    linesColor: '#3a464a',
    typeNameColor: '#a8b4b8',
    typeTitleColor: '#a8b4b8',
    requireLabelColor: '#ff9d94',
    arrow: { color: '#a8b4b8' },
  },
  sidebar: { backgroundColor: '#101517', textColor: '#e9eeee', activeTextColor: '#74d1b5' },
  rightPanel: { backgroundColor: '#101517' },
  typography: { links: { color: '#74d1b5' }, code: { color: '#ffb8b1', backgroundColor: '#101517' } },
};

const system = matchMedia('(prefers-color-scheme: dark)');
system.addEventListener('change', () => location.reload());

const theme = system.matches ? dark : light;
const font = { fontFamily: 'system-ui, sans-serif' };

Redoc.init(
  '/openapi.json',
  {
    // Searching needs a worker made of a blob: a wider policy than a page of few routes is worth.
    disableSearch: true,
    nativeScrollbars: true,
    theme: { ...theme, typography: { ...theme.typography, ...font, headings: font } },
  },
  document.getElementById('documentation'),
);
