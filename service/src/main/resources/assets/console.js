'use strict';

// The one policy that may make markup of text (Trusted Types): parts of pages arrive as text, of
// this service alone, and htmx parses them. Scripts and their addresses stay refused.
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => text });

// A part of a page that does not come leaves what is there in its place: so it is said.
for (const name of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(name, () => {
    const status = document.querySelector('[data-failed]');
    if (status) {
      status.textContent = status.dataset.failed;
    }
  });
}

// "/" leads to the search from wherever nothing is being typed, and the arrows through what was found.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const search = document.querySelector('input[type=search]');
  if (event.key === '/' && search && !event.target.closest('input, select, textarea')) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    step(event, search);
  }
});

function step(event, search) {
  const found = [...document.querySelectorAll('[data-found]')];
  const stops = search ? [search, ...found] : found;
  const at = stops.indexOf(event.target);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}
