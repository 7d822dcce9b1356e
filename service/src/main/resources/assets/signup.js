'use strict';

// Every text that the script shows, in one place, so that it can be translated.
const TEXTS = {
  missing: {
    first_name: 'Enter your first name',
    last_name: 'Enter your last name',
    email_id: 'Enter your email address',
    phone: 'Enter your phone number',
    province: 'Choose your province or territory',
    city: 'Enter your city',
    postalcode: 'Enter your postal code',
  },
  // By the type that the service names; what is not listed is shown in the service's own words.
  problems: {
    'value_error.phone': 'Enter a phone number that exists, for example 416-555-0123',
    'value_error.province': 'Choose a province or territory of Canada',
    'value_error.postalcode': 'Enter a Canadian postal code, for example M5V 2T6',
    'value_error.country': 'Enter the name of a country, for example Canada, or leave it empty',
  },
  problem: 'There is a problem',
  errorTitle: 'Error: ',
  conflict: 'This email address is registered already, with other details. Check how it is spelled.',
  unavailable: (seconds) =>
    `We cannot register you at the moment. Nothing you typed is lost: please try again in ${seconds} seconds.`,
  unreachable: 'We could not be reached. Nothing you typed is lost: check your connection and try again.',
  unexpected: 'Something went wrong on our side. Nothing you typed is lost: please try again later.',
  sending: 'Registering…',
  doneTitle: (name) => `Welcome, ${name}`,
  done: (address) => `Your registration is successful. We greet you with a message to ${address}.`,
};

// Sending again is safe, so what takes longer than anybody waits counts as a broken connection.
const PATIENCE_MILLISECONDS = 20_000;

const byId = (id) => document.getElementById(id);
const form = byId('form');
const button = byId('submit');
const fields = [...form.querySelectorAll('input, select')];
const title = document.title;
let sending = false;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!sending) {
    submit();
  }
});
button.disabled = false;

async function submit() {
  clearProblems();
  const details = typed();
  const missing = fields.filter((field) => field.required && !details[field.name]?.trim());
  if (missing.length > 0) {
    showProblems(missing.map((field) => ({ field, text: TEXTS.missing[field.name] })));
    return;
  }
  setSending(true);
  try {
    await show(await post(details), details);
  } catch {
    showProblem(TEXTS.unreachable);
  } finally {
    setSending(false);
  }
}

function typed() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
}

function post(details) {
  return fetch('/customer-registration', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(details),
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
}

async function show(response, details) {
  switch (response.status) {
    case 200:
      return showDone(details);
    case 409:
      return showProblems([{ field: byId('email_id'), text: TEXTS.conflict }]);
    case 422:
      return showViolations((await response.json()).detail);
    case 503:
      return showProblem(TEXTS.unavailable(Number(response.headers.get('Retry-After')) || 5));
    default:
      return showProblem(TEXTS.unexpected);
  }
}

function showDone(details) {
  form.hidden = true;
  byId('done-title').textContent = TEXTS.doneTitle(details.first_name.trim());
  byId('done-text').textContent = TEXTS.done(details.email_id.trim());
  byId('done').hidden = false;
  byId('done-title').focus();
}

function showViolations(violations) {
  const named = violations.flatMap((violation) => {
    const field = fields.find((candidate) => candidate.name === violation.loc[1]);
    return field ? [{ field, text: wording(field, violation) }] : [];
  });
  if (named.length > 0) {
    showProblems(named);
  } else {
    showProblem(TEXTS.unexpected);
  }
}

function wording(field, { msg, type }) {
  if (type === 'value_error.missing') {
    return TEXTS.missing[field.name];
  }
  const label = field.labels[0].firstChild.textContent.trim();
  return TEXTS.problems[type] ?? `${label}: ${msg}`;
}

function showProblem(text) {
  byId('summary-text').textContent = text;
  revealSummary();
}

function showProblems(problems) {
  for (const { field, text } of problems) {
    attachError(field, text);
    byId('summary-list').append(linkTo(field, text));
  }
  revealSummary();
}

function revealSummary() {
  byId('summary-title').textContent = TEXTS.problem;
  document.title = TEXTS.errorTitle + title;
  byId('summary').hidden = false;
  byId('summary').focus();
}

function attachError(field, text) {
  if (field.hasAttribute('aria-invalid')) {
    return;
  }
  const error = document.createElement('p');
  error.className = 'error';
  error.id = `${field.id}-error`;
  error.textContent = text;
  field.after(error);
  field.setAttribute('aria-invalid', 'true');
  describe(field, [error.id, hintOf(field)]);
}

function linkTo(field, text) {
  const link = document.createElement('a');
  link.href = `#${field.id}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function clearProblems() {
  byId('summary').hidden = true;
  byId('summary-text').textContent = '';
  byId('summary-list').replaceChildren();
  form.querySelectorAll('.error').forEach((error) => error.remove());
  for (const field of fields) {
    field.removeAttribute('aria-invalid');
    describe(field, [hintOf(field)]);
  }
  document.title = title;
}

function hintOf(field) {
  return byId(`${field.id}-hint`)?.id;
}

function describe(field, ids) {
  const present = ids.filter(Boolean);
  if (present.length > 0) {
    field.setAttribute('aria-describedby', present.join(' '));
  } else {
    field.removeAttribute('aria-describedby');
  }
}

// Not disabled meanwhile: a disabled button loses the focus, and with it a keyboard's place.
function setSending(now) {
  sending = now;
  button.setAttribute('aria-disabled', String(now));
  byId('status').textContent = now ? TEXTS.sending : '';
}
