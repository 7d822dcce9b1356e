'use strict';

// The one policy that may make markup of text (Trusted Types): parts of pages arrive as text, of
// this service alone, and htmx parses them. Scripts and their addresses stay refused.
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => text });

// Fields that a form sends as soon as something else is chosen have a button for those without
// script, who are the only ones to need it.
document.documentElement.classList.add('scripted');

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
