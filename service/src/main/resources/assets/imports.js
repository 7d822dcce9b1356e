'use strict';

// Shows how much of a file is sent. The form works without: the answer is then a page of its own.
(() => {
  const form = document.getElementById('upload');
  const sending = document.getElementById('sending');
  const sent = document.getElementById('sent');
  const result = document.getElementById('result');

  form.addEventListener('htmx:beforeRequest', () => {
    result.textContent = '';
    sent.value = 0;
    sending.hidden = false;
    setTimeout(() => htmx.trigger(document.body, 'imported'), 1000); // it is in the list by then
  });

  form.addEventListener('htmx:xhr:progress', (event) => {
    if (event.detail.lengthComputable) {
      sent.value = (100 * event.detail.loaded) / event.detail.total;
    }
  });

  form.addEventListener('htmx:afterRequest', (event) => {
    sending.hidden = true;
    if (event.detail.successful) {
      result.firstElementChild?.focus();
    } else {
      const notice = document.createElement('p');
      notice.className = 'summary';
      notice.textContent = result.dataset.cut;
      result.replaceChildren(notice);
    }
    htmx.trigger(document.body, 'imported');
  });
})();
