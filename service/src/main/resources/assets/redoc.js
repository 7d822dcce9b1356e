'use strict';

// Redoc signs its menu with a picture from another host. The page's policy refuses it; leaving it
// out keeps the refusal from looking like a fault in the console.
HTMLImageElement.prototype.setAttribute = function (name, value) {
  if (name === 'src' && new URL(value, location.href).origin !== location.origin) {
    this.hidden = true;
  } else {
    Element.prototype.setAttribute.call(this, name, value);
  }
};

const system = { fontFamily: 'system-ui, sans-serif' };
const options = {
  // Searching needs a worker made of a blob: a wider policy than a page of few routes is worth.
  disableSearch: true,
  nativeScrollbars: true,
  theme: { typography: { ...system, headings: system } },
};

Redoc.init('/openapi.json', options, document.getElementById('documentation'));
