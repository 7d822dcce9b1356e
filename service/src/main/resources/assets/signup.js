'use strict';

// Helps whoever fills the form in; without it, the form works and the service says what is wrong.
// It has no texts of its own: all that it shows is in the page, in the language of the page.

const byId = (id) => document.getElementById(id);
const form = byId('form');
const button = byId('send');
const status = byId('status');
const summary = byId('summary');
const fields = () => [...form.querySelectorAll('.field input, .field select')];
const field = (name) => form.elements.namedItem(name);

// --- Where in the world -------------------------------------------------------------------------

const CANADA = ['', 'canada', 'ca', 'can'];
const NORTH_AMERICA = [...CANADA, 'us', 'usa', 'united states', 'états-unis'];
const country = () => field('country').value.trim().toLowerCase();
const inCanada = () => CANADA.includes(country());

const anyRegion = field('province');
const provinceLabel = form.querySelector('label[for="province"]');
const names = { province: provinceLabel.textContent, region: byId('choice').dataset.region };
const choice = choiceOfProvinces();

function choiceOfProvinces() {
  const select = byId('choice').content.firstElementChild.cloneNode(true);
  for (const { value, dataset } of byId('provinces').options) {
    select.add(new Option(value, dataset.code));
  }
  for (const { name, value } of anyRegion.attributes) {
    if (!['list', 'value', 'type'].includes(name)) {
      select.setAttribute(name, value);
    }
  }
  return select;
}

function bare(text) {
  return text.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase();
}

function fitCountry() {
  const canadian = inCanada();
  const now = field('province');
  if (canadian && now === anyRegion) {
    const typed = bare(anyRegion.value);
    const option = [...choice.options].find((each) => [each.value, each.text].map(bare).includes(typed));
    // What is no province stays as it was typed, to be mended and not lost.
    if (option) {
      choice.value = option.value;
      exchange(anyRegion, choice);
    }
  } else if (!canadian && now === choice) {
    anyRegion.value = choice.value && choice.selectedOptions[0].text;
    exchange(choice, anyRegion);
  }
  provinceLabel.textContent = canadian ? names.province : names.region;
  for (const name of ['province', 'postalcode']) {
    field(name).required = canadian;
    byId(`${name}-hint`).hidden = !canadian || (name === 'province' && field(name) === choice);
    if (!canadian) {
      showError(field(name), '');
    }
  }
}

function exchange(old, next) {
  for (const name of ['aria-invalid', 'aria-describedby']) {
    if (old.hasAttribute(name)) {
      next.setAttribute(name, old.getAttribute(name));
    } else {
      next.removeAttribute(name);
    }
  }
  old.replaceWith(next);
}

// --- What has one reading is written as usual ----------------------------------------------------

function postalCode(typed) {
  const signs = typed.replace(/[\s\p{Pd}]/gu, '');
  const repaired = [...signs].map((sign, place) => (place % 2 ? digit(sign) : sign.toUpperCase())).join('');
  return /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/.test(repaired)
    ? `${repaired.slice(0, 3)} ${repaired.slice(3)}`
    : null;
}

function digit(sign) {
  return { O: '0', o: '0', I: '1', i: '1', l: '1' }[sign] ?? sign;
}

function phoneNumber(typed) {
  const digits = typed.replace(/[\s().-]/g, '');
  const number = /^1?([2-9]\d\d)([2-9]\d\d)(\d{4})$/.exec(digits);
  return number && NORTH_AMERICA.includes(country()) ? number.slice(1).join('-') : typed;
}

const TIDY = {
  postalcode: (typed) => (inCanada() && postalCode(typed)) || typed,
  phone: phoneNumber,
};

function tidy(input) {
  const written = TIDY[input.name]?.(input.value);
  if (written !== undefined && written !== input.value) {
    input.value = written;
  }
}

// --- What is wrong ------------------------------------------------------------------------------

const VALID = {
  email_id: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value),
  postalcode: (value) => !inCanada() || postalCode(value) !== null,
};

function errorOf(input) {
  const value = input.value.trim();
  if (value === '') {
    return input.required ? input.dataset.missing : '';
  }
  return (VALID[input.name]?.(value) ?? true) ? '' : input.dataset.invalid;
}

function check(input) {
  tidy(input);
  showError(input, errorOf(input));
}

function showError(input, text) {
  const id = `${input.id}-error`;
  byId(id)?.remove();
  if (text) {
    const error = document.createElement('p');
    error.className = 'error';
    error.id = id;
    error.textContent = text;
    input.after(error);
    input.setAttribute('aria-invalid', 'true');
  } else {
    input.removeAttribute('aria-invalid');
  }
  const described = [id, `${input.id}-hint`].filter(byId).join(' ');
  if (described) {
    input.setAttribute('aria-describedby', described);
  } else {
    input.removeAttribute('aria-describedby');
  }
}

function showSummary(wrong) {
  byId('summary-text').textContent = '';
  byId('summary-list').replaceChildren(...wrong.map((input) => linkTo(input)));
  summary.hidden = false;
  const word = `${form.dataset.errorWord} `;
  if (!document.title.startsWith(word)) {
    document.title = word + document.title;
  }
  summary.focus();
}

function linkTo(input) {
  const link = document.createElement('a');
  link.href = `#${input.id}`;
  link.textContent = byId(`${input.id}-error`).textContent;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

// A link to a field leads into it, not only to its place.
summary.addEventListener('click', (event) => {
  const target = event.target.closest('a');
  if (target) {
    event.preventDefault();
    byId(target.hash.slice(1)).focus();
  }
});

// An error that appears while a button is held down would move the button from under the pointer.
let pressed = false;
let waiting = null;
document.addEventListener('pointerdown', () => (pressed = true), true);
for (const type of ['pointerup', 'pointercancel']) {
  document.addEventListener(
    type,
    () => {
      pressed = false;
      setTimeout(() => {
        waiting?.();
        waiting = null;
      });
    },
    true,
  );
}

form.addEventListener('focusout', ({ target }) => {
  const leave = () => fields().includes(target) && !sending && left(target);
  if (pressed) {
    waiting = leave;
  } else {
    leave();
  }
});

function left(input) {
  check(input);
  if (input.name === 'country') {
    fitCountry();
  } else if (input.name === 'email_id') {
    suggest(input);
  }
}

form.addEventListener('input', ({ target }) => {
  if (target.getAttribute('aria-invalid') && errorOf(target) === '') {
    showError(target, '');
  }
  if (target.name === 'email_id') {
    suggestion.hidden = true;
  }
  prove();
});

// --- Did you mean -------------------------------------------------------------------------------

const MAIL_DOMAINS = (
  'gmail.com hotmail.com outlook.com yahoo.com icloud.com live.com msn.com aol.com proton.me protonmail.com ' +
  'hotmail.ca yahoo.ca live.ca outlook.fr hotmail.fr yahoo.fr rogers.com bell.net sympatico.ca shaw.ca telus.net ' +
  'videotron.ca cogeco.ca sasktel.net mymts.net eastlink.ca nb.sympatico.ca'
).split(' ');

// Near one of those, but somebody's.
const OTHER_DOMAINS = 'mail.com email.com gmx.com ymail.com me.com mac.com hotmail.co.uk yahoo.co.uk bell.ca'.split(' ');

const offer = document.createElement('p');
const suggestion = document.createElement('button');
offer.setAttribute('role', 'status');
offer.className = 'hint';
suggestion.type = 'button';
suggestion.className = 'suggestion';
suggestion.hidden = true;
offer.append(suggestion);
byId('email_id-hint').after(offer);
suggestion.addEventListener('click', () => {
  const input = field('email_id');
  input.value = suggestion.value;
  suggestion.hidden = true;
  check(input);
  input.focus();
});

function suggest(input) {
  const [, local, typed] = /^(.+)@([^@]+)$/.exec(input.value.trim()) ?? [];
  const near = typed && nearest(typed.toLowerCase());
  suggestion.hidden = !near;
  if (near) {
    suggestion.value = `${local}@${near}`;
    suggestion.textContent = input.dataset.suggestion.replace('%', () => suggestion.value);
  }
}

function nearest(domain) {
  if (MAIL_DOMAINS.includes(domain) || OTHER_DOMAINS.includes(domain)) {
    return null;
  }
  const most = domain.length < 8 ? 1 : 2;
  const [near] = MAIL_DOMAINS.map((known) => ({ known, far: distance(domain, known) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far);
  return near?.known ?? null;
}

// Of signs that are missing, added, wrong, or exchanged with their neighbour (optimal string alignment).
function distance(a, b) {
  const rows = [[...b, ''].map((_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.length][b.length];
}

// --- Proof of work ------------------------------------------------------------------------------

const bits = Number(form.dataset.challengeBits);
const BATCH = 128;
let proof = null;

// Begins with the first sign that is typed, so that nobody waits for it in the end.
function prove() {
  proof ??= solution().catch(() => '');
  return proof;
}

// SHA-256 of the ticket, a colon and the number begins with so many zero bits. A browser that cannot
// tell, as on a page without TLS, sends nothing, and so does one that has no luck.
async function solution() {
  if (!(bits > 0)) {
    return '';
  }
  const ticket = field('ticket').value;
  const encoder = new TextEncoder();
  for (let first = 0; first < 2 ** (bits + 5); first += BATCH) {
    const hashes = await Promise.all(
      Array.from({ length: BATCH }, (_, i) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${ticket}:${first + i}`)),
      ),
    );
    const found = hashes.findIndex((hash) => zeros(new Uint8Array(hash)) >= bits);
    if (found >= 0) {
      return String(first + found);
    }
  }
  return '';
}

function zeros(bytes) {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 8 * bytes.length : 8 * first + Math.clz32(bytes[first]) - 24;
}

// --- Sending, once ------------------------------------------------------------------------------

// By then the answer has come or never will, and the person may try again.
const PATIENCE_MILLISECONDS = 20_000;
let sending = false;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (sending) {
    return;
  }
  fitCountry();
  fields().forEach(check);
  const wrong = fields().filter((input) => input.hasAttribute('aria-invalid'));
  if (wrong.length > 0) {
    showSummary(wrong);
    return;
  }
  setSending(true);
  field('solution').value = await prove();
  setTimeout(() => setSending(false), PATIENCE_MILLISECONDS);
  form.submit();
});

// Not disabled meanwhile: a disabled button loses the focus, and with it a keyboard's place.
function setSending(now) {
  sending = now;
  button.setAttribute('aria-disabled', String(now));
  status.textContent = now ? status.dataset.sending : '';
}

// Who goes back finds the page as it was left, in the middle of sending.
addEventListener('pageshow', () => {
  setSending(false);
  fitCountry();
});

fitCountry();
if (!summary.hidden) {
  summary.focus();
}
