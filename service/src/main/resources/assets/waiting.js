'use strict';

// This page may be the answer to a form: loaded again, it is to be asked for, and not sent again.
const { search } = new URL(document.querySelector('form').action);
history.replaceState(null, '', `/waiting${search}`);
