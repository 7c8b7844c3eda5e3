// Keeps what was typed and what could not be sent, in this tab alone and only until it has arrived. The storage of the
// browser holds it encrypted; the key is never stored, every page that may be seen brings it along.

"use strict";

const IV_BYTES = 12;

const bytesOf = (written) => Uint8Array.from(written.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const written = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A key from 32 bytes; rejects where a browser has no means for it, which it has not where lines are open. */
async function keyFrom(bytes) {
  return window.crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** The key that a page brings along: a mask of chance, and behind it the key under that mask. */
async function keyUnder(masked) {
  const bytes = bytesOf(masked);
  const half = bytes.length / 2;
  return keyFrom(bytes.slice(0, half).map((byte, place) => byte ^ bytes[half + place]));
}

async function sealed(text, name, key) {
  const iv = window.crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const way = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
  const locked = await window.crypto.subtle.encrypt(way, key, new TextEncoder().encode(text));
  return written(iv) + written(new Uint8Array(locked));
}

/** Rejects where it was sealed with another key, for another name, or by nobody. */
async function opened(text, name, key) {
  const bytes = bytesOf(text);
  const way = { name: "AES-GCM", iv: bytes.slice(0, IV_BYTES), additionalData: new TextEncoder().encode(name) };
  return new TextDecoder().decode(await window.crypto.subtle.decrypt(way, key, bytes.slice(IV_BYTES)));
}

/** A place for one value, `key` is the promise of a key; where nothing can be kept, the value lasts as long as the page. */
function keptAs(name, key) {
  let value = null;
  let changes = 0;
  const trying = (what) => {
    try {
      return what(window.sessionStorage);
    } catch {
      return null;
    }
  };
  const keep = async (change) => {
    try {
      const text = await sealed(JSON.stringify(value), name, await key);
      // What was changed or dropped meanwhile is not kept any more.
      if (change === changes) {
        trying((storage) => storage.setItem(name, text));
      }
    } catch {
      // There is no key: the value lasts as long as the page.
    }
  };
  const find = async () => {
    const text = trying((storage) => storage.getItem(name));
    if (text === null) {
      return;
    }
    try {
      const found = JSON.parse(await opened(text, name, await key));
      value = changes ? value : found;
    } catch {
      // It was kept in another talk or before somebody else signed in, and can be read by nobody here.
      trying((storage) => storage.removeItem(name));
    }
  };
  return {
    /** Fulfilled once the value that an earlier page kept is here. */
    found: find(),
    /** The value, or null. */
    get: () => value,
    put(wanted) {
      value = wanted;
      changes += 1;
      keep(changes);
    },
    drop() {
      value = null;
      changes += 1;
      trying((storage) => storage.removeItem(name));
    },
  };
}
