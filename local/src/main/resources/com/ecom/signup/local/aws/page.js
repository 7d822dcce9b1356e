const SHOWN = 200;
const LINK = /\bhttps?:\/\/[^\s<>"']+/gi;
const mails = document.getElementById('mails');
const events = document.getElementById('events');
const noMails = document.getElementById('no-mails');
const noEvents = document.getElementById('no-events');
const state = document.getElementById('state');
const clear = document.getElementById('clear');
let connection = 'Connecting…';

function counted(list, word) {
  const count = list.childElementCount;
  return count === 1 ? `1 ${word}` : `${count === SHOWN ? 'the latest ' : ''}${count} ${word}s`;
}

function describe() {
  noMails.hidden = mails.childElementCount > 0;
  noEvents.hidden = events.childElementCount > 0;
  clear.disabled = !noMails.hidden && !noEvents.hidden;
  state.textContent = connection || `${counted(mails, 'mail')}, ${counted(events, 'event')}`;
}

function blank(kind) {
  return document.getElementById(kind).content.cloneNode(true);
}

function show(list, item) {
  list.prepend(item);
  while (list.childElementCount > SHOWN) {
    list.lastElementChild.remove();
  }
  describe();
}

function setTime(item, instant) {
  const time = item.querySelector('time');
  time.dateTime = instant;
  time.textContent = new Date(instant).toLocaleString();
}

function setAttributes(item, attributes) {
  const definitions = item.querySelector('.attributes');
  for (const [name, value] of Object.entries(attributes)) {
    const term = document.createElement('dt');
    const definition = document.createElement('dd');
    term.textContent = name;
    definition.textContent = value;
    definitions.append(term, definition);
  }
}

function link(address) {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  return anchor;
}

/** What ends a sentence isn't part of the address in it. */
function withoutPunctuation(address) {
  return address.replace(/[.,;:!?)\]}]+$/, '');
}

function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutPunctuation(match[0]);
    if (URL.canParse(address)) {
      parts.push(text.slice(end, match.index), link(address));
      end = match.index + address.length;
    }
  }
  parts.push(text.slice(end));
  return parts;
}

function setHtml(item, mail) {
  const details = item.querySelector('.html');
  if (mail.html === null) {
    details.remove();
    return;
  }
  const address = `/local/mails/${mail.id}`;
  const frame = details.querySelector('iframe');
  frame.title = `HTML part of “${mail.subject}”`;
  details.querySelector('a').href = address;
  details.addEventListener('toggle', () => { frame.src = address; }, { once: true });
}

function showMail(mail) {
  const item = blank('mail');
  item.querySelector('h3').textContent = mail.subject;
  item.querySelector('.to').textContent = mail.to.join(', ');
  setTime(item, mail.at);
  item.querySelector('.text').append(...linked(mail.text ?? 'There is no text part.'));
  setHtml(item, mail);
  setAttributes(item, { From: mail.from, ...mail.headers, 'message id': mail.id });
  show(mails, item);
}

function showEvent(publication) {
  const item = blank('event');
  const attributes = publication.attributes;
  item.querySelector('h3').textContent = attributes['ce-type'] ?? 'Message without a type';
  item.querySelector('.customer').textContent = attributes['ce-subject'] ?? 'unknown';
  setTime(item, publication.received);
  item.querySelector('code').textContent =
    publication.body ? JSON.stringify(publication.body, null, 2) : publication.message;
  setAttributes(item, { ...attributes, 'message id': publication.messageId });
  show(events, item);
}

const source = new EventSource('/local/events');
source.addEventListener('open', () => {
  connection = '';
  describe();
});
source.addEventListener('error', () => {
  connection = 'Not connected; trying again…';
  describe();
});
source.addEventListener('mail', (event) => showMail(JSON.parse(event.data)));
source.addEventListener('message', (event) => showEvent(JSON.parse(event.data)));
source.addEventListener('cleared', () => {
  mails.replaceChildren();
  events.replaceChildren();
  describe();
});
clear.addEventListener('click', async () => {
  const answer = await fetch('/local/clear', { method: 'POST' });
  if (!answer.ok) {
    state.textContent = 'Nothing could be cleared.';
  }
});
describe();
