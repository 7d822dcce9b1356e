const SHOWN = 200;
const list = document.getElementById('events');
const empty = document.getElementById('empty');
const state = document.getElementById('state');
const clear = document.getElementById('clear');
const template = document.getElementById('event');
let connection = 'Connecting…';

function describe() {
  const count = list.childElementCount;
  empty.hidden = count > 0;
  clear.disabled = count === 0;
  if (connection) {
    state.textContent = connection;
  } else {
    state.textContent = count === 1 ? '1 event' : `${count === SHOWN ? 'The latest ' : ''}${count} events`;
  }
}

function attribute(name, value) {
  const term = document.createElement('dt');
  const definition = document.createElement('dd');
  term.textContent = name;
  definition.textContent = value;
  return [term, definition];
}

function show(publication) {
  const item = template.content.cloneNode(true);
  const attributes = publication.attributes;
  const time = item.querySelector('time');
  item.querySelector('h2').textContent = attributes['ce-type'] ?? 'Message without a type';
  time.dateTime = publication.received;
  time.textContent = new Date(publication.received).toLocaleString();
  item.querySelector('.customer').textContent = attributes['ce-subject'] ?? 'unknown';
  item.querySelector('code').textContent =
    publication.body ? JSON.stringify(publication.body, null, 2) : publication.message;
  const definitions = item.querySelector('.attributes');
  for (const [name, value] of Object.entries(attributes)) {
    definitions.append(...attribute(name, value));
  }
  definitions.append(...attribute('message id', publication.messageId));
  list.prepend(item);
  while (list.childElementCount > SHOWN) {
    list.lastElementChild.remove();
  }
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
source.addEventListener('message', (event) => {
  show(JSON.parse(event.data));
  describe();
});
source.addEventListener('cleared', () => {
  list.replaceChildren();
  describe();
});
clear.addEventListener('click', async () => {
  const answer = await fetch('/local/clear', { method: 'POST' });
  if (!answer.ok) {
    state.textContent = 'The events could not be cleared.';
  }
});
describe();
