'use strict';

// Swagger UI is dark when the root element says so; the reader's system decides.
const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', paint);
paint();

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#documentation',
  deepLinking: true,
  // A badge from another host that would be told the address of this service.
  validatorUrl: null,
});
