// Loads the scripts of the talk once the page is whole. In the page itself they would be deferred, and a browser goes to
// the newest message, which the address names, only after deferred scripts: on a slow line its buttons would lie out of
// sight for seconds, and the page would jump away under the finger.

"use strict";

(() => {
  function begin() {
    for (const wanted of document.querySelectorAll("link[rel=preload][as=script]")) {
      const script = document.createElement("script");
      script.src = wanted.href;
      // In their order, since one builds on another.
      script.async = false;
      document.head.append(script);
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", begin);
  } else {
    begin();
  }
})();
