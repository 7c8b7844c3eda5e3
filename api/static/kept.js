// Keeps what was written and what could not be sent, in this tab alone and only until it has arrived.

"use strict";

/** A place for one value; where a browser keeps nothing, the value lasts as long as the page. */
function keptAs(name) {
  let inPage = null;
  const trying = (what) => {
    try {
      return what(window.sessionStorage);
    } catch {
      return null;
    }
  };
  return {
    /** The value, or null. */
    get: () => trying((storage) => JSON.parse(storage.getItem(name))) ?? inPage,
    put(value) {
      inPage = value;
      trying((storage) => storage.setItem(name, JSON.stringify(value)));
    },
    drop() {
      inPage = null;
      trying((storage) => storage.removeItem(name));
    },
  };
}

const keptWish = keptAs("aiskiai-unsent");
const keptText = keptAs("aiskiai-text");
